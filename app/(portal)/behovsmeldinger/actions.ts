'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { askForApproval } from '#lib/commands/behovsmelding/send';
import { createBehovsmelding } from '#lib/commands/behovsmelding/write';
import { reopenBehovsmelding } from '#lib/commands/behovsmelding/write';
import { returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import { saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { withdrawBehovsmelding } from '#lib/commands/behovsmelding/write';
import { resolveComment } from '#lib/commands/behovsmelding/comment';
import { writeComment } from '#lib/commands/behovsmelding/comment';
import { askForDispensation } from '#lib/commands/behovsmelding/county';
import { writeNote } from '#lib/commands/behovsmelding/comment';
import { currentContext } from '#lib/auth/context';
import { tidied } from '#lib/domain/behovsmelding/draft';
import { STEPS } from '#lib/domain/behovsmelding/form';
import { sectionOf } from '#lib/domain/behovsmelding/comment';
import { answer, typedIn, type FormState } from '../../answer';
import { saveForm } from '../../changes';
import { formGiven, inputFrom, textOf } from '../../input';
import { atBox, DEED, hasUnsaid, pressedIn, type FormSaid, type Pressed } from './words';

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
