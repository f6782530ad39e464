'use server';

import { currentContext } from '#lib/auth/context';
import { registerAgreement, askSplitDispensation } from '#lib/commands/tildeling/allocation';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { answer, told, type FormState } from '../../../../answer';
import { inputFrom } from '../../../../input';

const page = (id: string, what: string) => `/runder/${id}/fordeling?gjort=${what}`;

/** Saves what stands in the form, and proposes all of it when that is asked for. What is refused then goes on from what was saved. */
export async function save(_: FormState, form: FormData): Promise<FormState> {
  const input = inputFrom(form);
  if (input.then !== 'propose') return answer(allocateRound, input, form, ({ id }) => page(id, 'lagret'));
  const saved = await allocateRound(input, await currentContext());
  if (saved.kind !== 'done') return told(saved, form);
  const { id, version } = saved.value;
  form.set('version', String(version));
  form.set('saved', 'yes');
  return answer(proposeRound, { id }, form, () => page(id, 'foreslatt'));
}

export async function proposeChosen(_: FormState, form: FormData): Promise<FormState> {
  return answer(proposeRound, { ids: [], ...inputFrom(form) }, form, ({ id }) => page(id, 'foreslatt'));
}

export async function askSplitHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(askSplitDispensation, inputFrom(form), form, ({ id }) => page(id, 'sokt'));
}

export async function agree(_: FormState, form: FormData): Promise<FormState> {
  return answer(registerAgreement, inputFrom(form), form, ({ id }) => page(id, 'avtale'));
}
