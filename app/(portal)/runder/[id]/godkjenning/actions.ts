'use server';

import { returnRound } from '#lib/commands/tildeling/tildeling';
import { approveRound } from '#lib/commands/tildeling/tildeling';
import { answer, type FormState } from '../../../../answer';
import { inputFrom } from '../../../../input';

export async function approveAll(_: FormState, form: FormData): Promise<FormState> {
  return answer(
    approveRound,
    { ids: [], ...inputFrom(form) },
    form,
    ({ id }) => `/runder/${id}/godkjenning?gjort=godkjent`,
  );
}

export async function returnAll(_: FormState, form: FormData): Promise<FormState> {
  return answer(
    returnRound,
    { ids: [], ...inputFrom(form) },
    form,
    ({ id }) => `/runder/${id}/godkjenning?gjort=returnert`,
  );
}
