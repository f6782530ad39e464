'use server';

import { approveTildeling, returnTildeling } from '#lib/commands/tildeling/tildeling';
import { answer, type FormState } from '../../../answer';
import { inputFrom } from '../../../input';

export async function approveThis(_: FormState, form: FormData): Promise<FormState> {
  return answer(approveTildeling, inputFrom(form), form, ({ id }) => `/tildelinger/${id}?gjort=godkjent`);
}

export async function returnToCaseworker(_: FormState, form: FormData): Promise<FormState> {
  return answer(returnTildeling, inputFrom(form), form, ({ id }) => `/tildelinger/${id}?gjort=returnert`);
}
