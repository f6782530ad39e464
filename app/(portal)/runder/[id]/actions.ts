'use server';

import { roundClose } from '#lib/commands/round-close';
import { answer, type FormState } from '../../../answer';

/** Closes a round from its form. */
export async function close(_: FormState, form: FormData): Promise<FormState> {
  return answer(roundClose, Object.fromEntries(form), form, ({ id }) => `/runder/${id}`);
}
