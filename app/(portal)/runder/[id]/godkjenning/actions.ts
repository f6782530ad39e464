'use server';

import { approveRound, returnTildeling } from '#lib/commands/tildeling';
import type { Command } from '#lib/commands/command';
import { answer, type FormState } from '../../../../answer';
import { inputFrom } from '../../../../input';

export async function approveAll(_: FormState, form: FormData): Promise<FormState> {
  return answer(approveRound, { ids: [], ...inputFrom(form) }, form, ({ id }) => `/runder/${id}/godkjenning?gjort=godkjent`);
}

/** Returns each of the tildelinger in the form with the same comment; stops at the first that cannot be returned. */
export async function returnAll(_: FormState, form: FormData): Promise<FormState> {
  const ids = form.getAll('ids').filter((id) => typeof id === 'string');
  const each: Command<{ roundId: string }> = Object.assign(async (input: unknown, context: Parameters<typeof returnTildeling>[1]) => {
    const { comment } = inputFrom(form);
    let outcome = await returnTildeling({ id: ids[0], comment }, context);
    for (const id of ids.slice(1)) if (outcome.kind === 'done') outcome = await returnTildeling({ id, comment }, context);
    return outcome;
  }, { action: returnTildeling.action });
  return answer(each, null, form, ({ roundId }) => `/runder/${roundId}/godkjenning?gjort=returnert`);
}
