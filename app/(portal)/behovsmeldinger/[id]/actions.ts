'use server';

import { declineApproval } from '#lib/commands/behovsmelding/send';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { resolveComment } from '#lib/commands/behovsmelding/comment';
import { writeComment } from '#lib/commands/behovsmelding/comment';
import { sectionOf } from '#lib/domain/behovsmelding/comment';
import { answer, type FormState } from '../../../answer';
import { inputFrom } from '../../../input';

const page = (id: string, more: string) => `/behovsmeldinger/${id}${more}`;
const threadOf = ({ id, field }: { id: string; field: string }) =>
  page(id, `?kommentar=${sectionOf(field)}#del-${sectionOf(field)}`);

/** The leader sends what they have read: of that version, and no other. */
export async function approveSending(_: FormState, form: FormData): Promise<FormState> {
  return answer(submitBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '?sendt=1'));
}

export async function declineSending(_: FormState, form: FormData): Promise<FormState> {
  return answer(declineApproval, inputFrom(form), form, ({ id }) => page(id, '?gjort=tilbake'));
}

export async function comment(_: FormState, form: FormData): Promise<FormState> {
  return answer(writeComment, inputFrom(form), form, threadOf);
}

export async function resolve(_: FormState, form: FormData): Promise<FormState> {
  return answer(resolveComment, inputFrom(form), form, threadOf);
}
