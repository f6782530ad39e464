'use server';

import { forgetListFilter, keepListFilter } from '#lib/commands/round';
import { answer, type FormState } from '../../../../answer';
import { lastOf } from '../../../../input';

const list = (roundId: string, query = '') => `/runder/${roundId}/behovsmeldinger${query === '' ? '' : `?${query}`}`;

/** Keeps the filters of the list by a name. */
export async function keepFilterHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(keepListFilter, lastOf(form), form, ({ roundId, query }) => list(roundId, query));
}

/** Forgets one of them. */
export async function forgetFilterHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(forgetListFilter, lastOf(form), form, ({ roundId }) => list(roundId));
}
