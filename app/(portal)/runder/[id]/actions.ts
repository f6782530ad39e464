'use server';

import { roundClose } from '#lib/commands/round-close';
import { answer, type FormState } from '../../../answer';
import { lastOf } from '../../../input';

/** Closes a round from its form. */
export async function close(_: FormState, form: FormData): Promise<FormState> {
  return answer(roundClose, lastOf(form), form, ({ id }) => `/runder/${id}?gjort=lukket`);
}
