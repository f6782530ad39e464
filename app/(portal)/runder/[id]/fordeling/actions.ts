'use server';

import { registerAgreement, askSplitDispensation } from '#lib/commands/tildeling/allocation';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import type { Command } from '#lib/commands/command';
import { answer, type FormState } from '../../../../answer';
import { inputFrom } from '../../../../input';

const page = (id: string, what: string) => `/runder/${id}/fordeling?gjort=${what}`;

/** Saves what stands in the form, then proposes all of it. When that is refused the form goes on from what was saved. */
const saveAndPropose = (form: FormData): Command<{ id: string }> =>
  Object.assign(
    async (input: unknown, context: Parameters<typeof allocateRound>[1]) => {
      const saved = await allocateRound(input, context);
      if (saved.kind !== 'done') return saved;
      form.set('version', String(saved.value.version));
      form.set('saved', 'yes');
      return proposeRound({ id: saved.value.id }, context);
    },
    { action: proposeRound.action },
  );

export async function save(_: FormState, form: FormData): Promise<FormState> {
  const input = inputFrom(form);
  if (input.then === 'propose') return answer(saveAndPropose(form), input, form, ({ id }) => page(id, 'foreslatt'));
  return answer(allocateRound, input, form, ({ id }) => page(id, 'lagret'));
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
