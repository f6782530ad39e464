'use server';

import { markMessagesRead } from '#lib/commands/message';
import { answer, type FormState } from '../../answer';
import { formGiven, inputFrom } from '../../input';

/** Marks one message as read or, without an id, all; and stays on the page. */
export async function read(_: FormState, sent: FormData): Promise<FormState> {
  const form = formGiven(sent);
  const side = Number(form.get('side'));
  return answer(markMessagesRead, inputFrom(form), form, () =>
    Number.isInteger(side) && side > 1 ? `/meldinger?side=${side}` : '/meldinger',
  );
}
