'use server';

import { innstillingDeliver } from '#lib/commands/innstilling-deliver';
import { innstillingSave } from '#lib/commands/innstilling-save';
import { answer, type FormState } from '../../../../answer';
import { formGiven } from '../../../../input';
import { inputFrom } from './input';

/** Saves the innstilling as a draft, or delivers it, by which button was pressed. */
export async function write(_: FormState, form: FormData): Promise<FormState> {
  const input = inputFrom(form);
  return formGiven(form).get('do') === 'deliver'
    ? answer(innstillingDeliver, input, form, ({ id }) => `/innstillinger/${id}?levert=1`)
    : answer(innstillingSave, input, form, ({ id }) => `/innstillinger/${id}/skriv?lagret=1`);
}
