'use server';

import { roundOpen } from '#lib/commands/round';
import { answer, type FormState } from '../../../answer';
import { lastOf } from '../../../input';

/** Opens a round from its form. */
export async function open(_: FormState, form: FormData): Promise<FormState> {
  return answer(roundOpen, lastOf(form), form, ({ id }) => `/runder/${id}?gjort=apnet`);
}
