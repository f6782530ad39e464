'use server';

import { roundClose } from '#lib/commands/round';
import { registerPaper } from '#lib/commands/behovsmelding/county';
import { moveRoundDeadline } from '#lib/commands/round';
import { openRoundLate } from '#lib/commands/round';
import { answer, type FormState } from '../../../answer';
import { filesIn, inputFrom, lastOf } from '../../../input';

/** Closes a round from its form. */
export async function close(_: FormState, form: FormData): Promise<FormState> {
  return answer(roundClose, lastOf(form), form, ({ id }) => `/runder/${id}?gjort=lukket`);
}

/** Moves a deadline for all. */
export async function move(_: FormState, form: FormData): Promise<FormState> {
  return answer(moveRoundDeadline, lastOf(form), form, ({ id }) => `/runder/${id}/frister?gjort=flyttet`);
}

/** Opens for one owner to send late. */
export async function openLateFor(_: FormState, form: FormData): Promise<FormState> {
  return answer(openRoundLate, lastOf(form), form, ({ id }) => `/runder/${id}/frister?gjort=apnet`);
}

/** Registers a need that came on paper, and shows it. */
export async function register(_: FormState, form: FormData): Promise<FormState> {
  return answer(
    registerPaper,
    { ...inputFrom(form), file: filesIn(form, 'file')[0] ?? null },
    form,
    ({ id }) => `/behovsmeldinger/${id}?gjort=registrert`,
  );
}
