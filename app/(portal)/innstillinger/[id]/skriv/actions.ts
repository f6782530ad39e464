'use server';

import { redirect } from 'next/navigation';
import { innstillingDeliver, saveInnstilling } from '#lib/commands/innstilling';
import { tidiedDraft } from '#lib/domain/innstilling/write';
import { answer, type FormState } from '../../../../answer';
import { saveForm } from '../../../../changes';
import { formGiven, partOf, textOf } from '../../../../input';
import { innstillingInput } from './words';

/** Saves what is changed in the innstilling, or delivers it whole, by which button was pressed. */
export async function writeInnstilling(_: FormState, sent: FormData): Promise<FormState> {
  const form = formGiven(sent);
  return textOf(form, 'do') === 'deliver'
    ? answer(innstillingDeliver, innstillingInput(form), form, ({ id }) => `/innstillinger/${id}?levert=1`)
    : save(form);
}

async function save(form: FormData): Promise<FormState> {
  const { told } = await saveForm(saveInnstilling, form, tidiedDraft);
  return told ?? redirect(`/innstillinger/${textOf(form, 'id')}/skriv?lagret=1${partOf(form)}`);
}
