'use server';

import { acceptReport } from '#lib/commands/report-accept';
import { fileOwnerHalf, fileUhHalf } from '#lib/commands/report-file';
import { returnReport } from '#lib/commands/report-return';
import { saveReport } from '#lib/commands/report-save';
import { answer, type FormState } from '../../../answer';
import { lastOf } from '../../../input';

const page = (id: string, what: string) => `/rapporter/${id}?gjort=${what}`;

/** Saves a half, or files it with what stands in the form. */
export async function write(_: FormState, form: FormData): Promise<FormState> {
  // A box sends «nei» first and «ja» when it is ticked: the last one counts.
  const input = lastOf(form);
  if (input.do !== 'file') return answer(saveReport, input, form, ({ id, halfId }) => (input.do === 'vedlegg' ? `/vedlegg/rapport/${halfId}` : page(id, 'lagret')));
  return answer(input.side === 'uh' ? fileUhHalf : fileOwnerHalf, input, form, ({ id }) => page(id, 'sendt'));
}

/** Accepts a half, or gives it back with a comment. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const input = lastOf(form);
  if (input.do === 'accept') return answer(acceptReport, input, form, ({ id }) => page(id, 'godkjent'));
  return answer(returnReport, input, form, ({ id }) => page(id, 'returnert'));
}
