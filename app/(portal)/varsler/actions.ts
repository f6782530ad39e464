'use server';

import { endCalendar, makeCalendar } from '#lib/commands/message';
import { chooseMail } from '#lib/commands/message';
import { answer, type FormState } from '../../answer';
import { inputFrom } from '../../input';

export async function choose(_: FormState, form: FormData): Promise<FormState> {
  return answer(chooseMail, inputFrom(form), form, () => '/varsler?gjort=lagret');
}

export async function make(_: FormState, form: FormData): Promise<FormState> {
  return answer(makeCalendar, {}, form, () => '/varsler?gjort=laget#kalender');
}

export async function endAddress(_: FormState, form: FormData): Promise<FormState> {
  return answer(endCalendar, {}, form, () => '/varsler?gjort=avsluttet#kalender');
}
