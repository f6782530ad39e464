'use server';

import { redirect } from 'next/navigation';
import { currentContext } from '#lib/auth/context';
import { innstillingDeliver } from '#lib/commands/innstilling';
import { saveInnstilling } from '#lib/commands/innstilling';
import { tidiedDraft } from '#lib/domain/innstilling/write';
import { innstillingPage } from '#lib/queries/innstilling';
import { answer, type FormState } from '../../../../answer';
import { changesIn, heldBack } from '../../../../changes';
import { formGiven, textOf } from '../../../../input';
import { innstillingInput } from './words';

/** Saves what is changed in the innstilling, or delivers it whole, by which button was pressed. */
export async function writeInnstilling(_: FormState, sent: FormData): Promise<FormState> {
  const form = formGiven(sent);
  return textOf(form, 'do') === 'deliver'
    ? answer(innstillingDeliver, innstillingInput(form), form, ({ id }) => `/innstillinger/${id}?levert=1`)
    : save(form);
}

async function save(form: FormData): Promise<FormState> {
  const viewer = await currentContext();
  const saved = await saveInnstilling({ id: textOf(form, 'id'), ...changesIn(form, tidiedDraft) }, viewer);
  if (saved.kind !== 'done')
    return answer(
      Object.assign(() => Promise.resolve(saved), { action: saveInnstilling.action }),
      null,
      form,
      () => '',
    );
  const { id, version, wrong, clashes } = saved.value;
  form.set('began', JSON.stringify((await innstillingPage({ id }, viewer))?.typing ?? {}));
  form.set('version', String(version));
  return heldBack(form, wrong, clashes) ?? redirect(`/innstillinger/${id}/skriv?lagret=1`);
}
