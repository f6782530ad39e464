'use server';

import {
  forgetListFilter,
  keepListFilter,
  moveRoundDeadline,
  openRoundLate,
  roundClose,
  roundOpen,
} from '#lib/commands/round';
import { answer, type FormState, told, typedIn } from '../../answer';
import { filesIn, formGiven, inputFrom, lastOf, partOf, textOf } from '../../input';
import { registerPaper } from '#lib/commands/behovsmelding/county';
import { currentContext } from '#lib/auth/context';
import {
  allocateRound,
  askSplitDispensation,
  proposeRound,
  registerAgreement,
} from '#lib/commands/tildeling/allocation';
import { workbench } from '#lib/queries/tildeling';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { startOf } from './[id]/fordeling/lines';
import { reasonWords } from './[id]/fordeling/suggest-form';
import { shownIn } from './[id]/godkjenning/shown';
import { approveRound, returnRound } from '#lib/commands/tildeling/tildeling';

/** Opens a round from its form. */
export async function open(_: FormState, form: FormData): Promise<FormState> {
  return answer(roundOpen, lastOf(form), form, ({ id }) => `/runder/${id}?gjort=apnet`);
}

/** Closes a round from its form. */
export async function close(_: FormState, form: FormData): Promise<FormState> {
  return answer(roundClose, lastOf(form), form, ({ id }) => `/runder/${id}?gjort=lukket`);
}

/** Moves a deadline for all. */
export async function move(_: FormState, form: FormData): Promise<FormState> {
  return answer(moveRoundDeadline, lastOf(form), form, ({ id }) => `/runder/${id}/frister?gjort=flyttet`);
}

/** Opens for one owner to send late. */
export async function openLateFor(_: FormState, form: FormData): Promise<FormState> {
  return answer(openRoundLate, lastOf(form), form, ({ id }) => `/runder/${id}/frister?gjort=apnet`);
}

/** Registers a need that came on paper, and shows it. */
export async function register(_: FormState, form: FormData): Promise<FormState> {
  return answer(
    registerPaper,
    { ...inputFrom(form), file: filesIn(form, 'file')[0] ?? null },
    form,
    ({ id }) => `/behovsmeldinger/${id}?gjort=registrert`,
  );
}

const list = (roundId: string, query = '') => `/runder/${roundId}/behovsmeldinger${query === '' ? '' : `?${query}`}`;

/** Keeps the filters of the list by a name. */
export async function keepFilterHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(keepListFilter, lastOf(form), form, ({ roundId, query }) => list(roundId, query));
}

/** Forgets one of them. */
export async function forgetFilterHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(forgetListFilter, lastOf(form), form, ({ roundId }) => list(roundId));
}

/** Back to the part that one came from, with what is done. */
function page(id: string, what: string, form: FormData): string {
  return `/runder/${id}/fordeling?gjort=${what}${partOf(formGiven(form))}`;
}

/** A suggestion fills the whole round: the rows that the form did not hold are made again as they would be shown. */
async function withSuggestion(input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { method, rows = {} } = input;
  if (method === undefined || method === '' || typeof rows !== 'object') return input;
  const suggestion = await workbench(input, await currentContext());
  if (suggestion === null) return input;
  const t = textsFor(await requestLocale());
  const made = suggestion.round.cases.flatMap((one) => {
    const suggested = suggestion.suggested[one.needId];
    if (suggested === undefined) return [];
    const { network, uh, reason } = startOf(one, suggested, (origin) => reasonWords(origin, t));
    return [[one.needId, { network: String(network), uh: String(uh), reason }] as const];
  });
  return { ...input, rows: { ...Object.fromEntries(made), ...rows } };
}

/** Saves what stands in the form, and proposes all of it when that is asked for. What is refused then goes on from what was saved. */
export async function save(_: FormState, form: FormData): Promise<FormState> {
  const input = await withSuggestion(inputFrom(form));
  if (input.then !== 'propose') return answer(allocateRound, input, form, ({ id }) => page(id, 'lagret', form));
  const saved = await allocateRound(input, await currentContext());
  if (saved.kind !== 'done') return told(saved, form);
  const { id, version } = saved.value;
  form.set('version', String(version));
  form.set('saved', 'yes');
  return answer(proposeRound, { id }, form, () => page(id, 'foreslatt', form));
}

export async function proposeChosen(_: FormState, form: FormData): Promise<FormState> {
  return answer(proposeRound, { ids: [], ...inputFrom(form) }, form, ({ id }) => page(id, 'foreslatt', form));
}

export async function askSplitHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(askSplitDispensation, inputFrom(form), form, ({ id }) => page(id, 'sokt', form));
}

export async function agree(_: FormState, form: FormData): Promise<FormState> {
  return answer(registerAgreement, inputFrom(form), form, ({ id }) => page(id, 'avtale', form));
}

/** Approves all that the page showed, or sends it back with a comment, by which button was pressed. */
export async function decideAll(_: FormState, sent: FormData): Promise<FormState> {
  const form = formGiven(sent);
  const [id, comment] = [textOf(form, 'id'), textOf(form, 'comment')];
  const { ids, versions } = shownIn(textOf(form, 'shown'));
  const done = (what: string) => `/runder/${id}/godkjenning?gjort=${what}`;
  switch (textOf(form, 'do')) {
    case 'approve':
      return answer(approveRound, { id, ids, versions }, form, () => done('godkjent'));
    case 'return':
      return answer(returnRound, { id, ids, comment }, form, () => done('returnert'));
    default:
      return { kind: 'not-now', typed: typedIn(form) };
  }
}
