'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import {
  askForApproval,
  confirmForOwner,
  declineApproval,
  objectForOwner,
  submitBehovsmelding,
} from '#lib/commands/behovsmelding/send';
import {
  createBehovsmelding,
  reopenBehovsmelding,
  saveBehovsmelding,
  withdrawBehovsmelding,
} from '#lib/commands/behovsmelding/write';
import { askForDispensation, returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import {
  inviteContributor,
  removeContributor,
  resolveComment,
  writeComment,
  writeNote,
} from '#lib/commands/behovsmelding/comment';
import { currentContext } from '#lib/auth/context';
import { tidied } from '#lib/domain/behovsmelding/draft';
import { STEPS } from '#lib/domain/behovsmelding/form';
import { sectionOf } from '#lib/domain/behovsmelding/form';
import { answer, type FormState, typedIn } from '../../answer';
import { saveForm } from '../../changes';
import { formGiven, inputFrom, textOf } from '../../input';
import { atBox, DEED, type FormSaid, hasUnsaid, type Pressed, pressedIn } from './words';
import {
  addSubPartnerOf,
  confirmBehovsmelding,
  declineBehovsmelding,
  removePartnerOf,
  removeSubPartnerOf,
  saveUhPart,
  shareBehovsmelding,
} from '#lib/commands/behovsmelding/partners';
import { keptPart } from '#lib/domain/behovsmelding/uh-part';

const page = (id: string, more = '') => `/behovsmeldinger/${id}${more}`;

/** The step of the form that was open, to come back to. */
const stepIn = (form: FormData): string => {
  const step = STEPS.find((one) => one === textOf(form, 'steg'));
  return step === undefined ? '' : `#${step}`;
};

export async function createOrBegin(_: FormState, form: FormData): Promise<FormState> {
  return answer(createBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '/skriv'));
}

/** Writes the comment of a part, resolves one, or opens it again, and comes back to where it stands. The need is saved by then. */
async function say([button, of]: Pressed, id: string, form: FormData): Promise<FormSaid> {
  const viewer = await currentContext();
  const box = `kommentar.${of}`;
  const outcome =
    button === 'kommentar'
      ? await writeComment({ id, field: textOf(form, `${box}.felt`), text: textOf(form, box) }, viewer)
      : await resolveComment({ id, commentId: of, resolved: button === 'lost' ? 'yes' : 'no' }, viewer);
  if (outcome.kind === 'invalid' && button === 'kommentar')
    return { kind: 'invalid', errors: atBox(outcome.errors, box), typed: typedIn(form) };
  if (outcome.kind !== 'done') return { kind: 'not-now', typed: typedIn(form) };
  if (button === 'kommentar') form.delete(box);
  const told = { section: sectionOf(outcome.value.field), deed: DEED[button] };
  if (!hasUnsaid(form))
    redirect(
      page(
        id,
        `/skriv?sagt=${told.section}.${told.deed}.${String(viewer.now.getTime())}#kommentar.${told.section}.svar`,
      ),
    );
  revalidatePath(page(id, '/skriv'));
  return { kind: 'said', told, typed: typedIn(form) };
}

/** Saves what is typed, and then goes where the pressed button leads: on writing, its files, sending, or asking for a dispensation. */
export async function saveWritten(_: FormSaid, sent: FormData): Promise<FormSaid> {
  const form = formGiven(sent);
  const next = textOf(form, 'do');
  const seen = Number(textOf(form, 'version'));
  const saved = await saveForm(saveBehovsmelding, form, tidied);
  if (saved.told !== null) return saved.told;
  const { id, was, version } = saved.value;
  if (next === 'send' && was !== seen) return { kind: 'conflict', typed: typedIn(form) };
  if (next === 'send') return answer(submitBehovsmelding, { id, version }, form, () => page(id, '?sendt=1'));
  if (next === 'godkjenning') return answer(askForApproval, { id }, form, () => page(id, '?gjort=bedt'));
  const pressed = pressedIn(next);
  if (pressed !== null) return say(pressed, id, form);
  if (next === 'save' && hasUnsaid(form)) return { kind: 'said', told: null, typed: typedIn(form) };
  redirect(
    next === 'vedlegg'
      ? `/vedlegg/behovsmelding/${id}`
      : page(id, next === 'dispensasjon' ? '/dispensasjon' : `/skriv?lagret=${version}${stepIn(form)}`),
  );
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return answer(withdrawBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '?gjort=trukket'));
}

export async function reopen(_: FormState, form: FormData): Promise<FormState> {
  return answer(reopenBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '?gjort=gjenapnet'));
}

export async function returnToOwner(_: FormState, form: FormData): Promise<FormState> {
  return answer(returnBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '?gjort=returnert'));
}

export async function sendDispensation(_: FormState, form: FormData): Promise<FormState> {
  return answer(askForDispensation, inputFrom(form), form, ({ id }) => page(id, '?gjort=sokt'));
}

export async function note(_: FormState, form: FormData): Promise<FormState> {
  return answer(writeNote, inputFrom(form), form, ({ id }) => page(id, '?gjort=notert'));
}

const threadOf = ({ id, field }: { id: string; field: string }) =>
  page(id, `?kommentar=${sectionOf(field)}#del-${sectionOf(field)}`);

/** The leader sends what they have read: of that version, and no other. */
export async function approveSending(_: FormState, form: FormData): Promise<FormState> {
  return answer(submitBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '?sendt=1'));
}

export async function declineSending(_: FormState, form: FormData): Promise<FormState> {
  return answer(declineApproval, inputFrom(form), form, ({ id }) => page(id, '?gjort=tilbake'));
}

export async function comment(_: FormState, form: FormData): Promise<FormState> {
  return answer(writeComment, inputFrom(form), form, threadOf);
}

export async function resolve(_: FormState, form: FormData): Promise<FormState> {
  return answer(resolveComment, inputFrom(form), form, threadOf);
}

const partnersPage = (id: string, done: string) => `/behovsmeldinger/${id}?gjort=${done}`;
const partners = (id: string, done: string) => `/behovsmeldinger/${id}/partnere?gjort=${done}`;

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  return answer(confirmBehovsmelding, inputFrom(form), form, ({ id }) => partnersPage(id, 'bekreftet'));
}

export async function declineAsUh(_: FormState, form: FormData): Promise<FormState> {
  return answer(declineBehovsmelding, inputFrom(form), form, ({ id }) => partnersPage(id, 'avslatt'));
}

export async function confirmOwner(_: FormState, form: FormData): Promise<FormState> {
  return answer(confirmForOwner, inputFrom(form), form, ({ id }) => partnersPage(id, 'eierBekreftet'));
}

export async function object(_: FormState, form: FormData): Promise<FormState> {
  return answer(objectForOwner, inputFrom(form), form, ({ id }) => partnersPage(id, 'bedtOmRetting'));
}

export async function share(_: FormState, form: FormData): Promise<FormState> {
  return answer(shareBehovsmelding, inputFrom(form), form, ({ id }) => partners(id, 'delt'));
}

export async function removeUh(_: FormState, form: FormData): Promise<FormState> {
  return answer(removePartnerOf, inputFrom(form), form, ({ id }) => partners(id, 'tattUt'));
}

export async function addSub(_: FormState, form: FormData): Promise<FormState> {
  return answer(addSubPartnerOf, inputFrom(form), form, ({ id }) => partners(id, 'lagtTil'));
}

export async function removeSub(_: FormState, form: FormData): Promise<FormState> {
  return answer(removeSubPartnerOf, inputFrom(form), form, ({ id }) => partners(id, 'fjernet'));
}

/** Saves a UH's part with what stands in its form. */
export async function saveUhPartHere(_: FormState, sent: FormData): Promise<FormState> {
  const saved = await saveForm(saveUhPart, formGiven(sent), keptPart);
  if (saved.told !== null) return saved.told;
  const { id, version } = saved.value;
  redirect(`${partners(id, 'lagret')}&lagret=${version}`);
}

export async function inviteContributorHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(inviteContributor, inputFrom(form), form, ({ id }) => `/behovsmeldinger/${id}/skrivere?gjort=invitert`);
}

export async function endContributorHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(
    removeContributor,
    inputFrom(form),
    form,
    ({ id }) => `/behovsmeldinger/${id}/skrivere?gjort=avsluttet`,
  );
}
