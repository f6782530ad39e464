'use server';

import { currentContext } from '#lib/auth/context';
import {
  allocateRound,
  askSplitDispensation,
  proposeRound,
  registerAgreement,
} from '#lib/commands/tildeling/allocation';
import { workbench } from '#lib/queries/tildeling';
import { textsFor } from '#lib/texts/texts';
import { answer, told, type FormState } from '../../../../answer';
import { formGiven, inputFrom, textOf } from '../../../../input';
import { requestLocale } from '../../../../locale';
import { startOf } from './lines';
import { reasonWords } from './suggest-form';

/** Back to the part that one came from, with what is done. */
function page(id: string, what: string, form: FormData): string {
  const part = textOf(formGiven(form), 'part');
  return `/runder/${id}/fordeling?gjort=${what}${/^[1-9]\d{0,3}$/.test(part) ? `&del=${part}` : ''}`;
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
