'use client';

import { useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { NotSentList } from '#components/not-sent';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import { explainField } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { roundTexts } from '#lib/texts/browser/round';
import { FormAnswer } from '#components/form-answer';
import { close } from './actions';

/** Closes the round: asks first, and asks why when the deadline has not passed. */
export function CloseForm({
  id,
  early,
  until,
  notSent,
}: {
  id: string;
  early: boolean;
  until: string;
  notSent: readonly NotSent[];
}) {
  const t = useTexts(commonTexts, errorTexts, roundTexts);
  const words = t.round.close;
  const [state, action] = useActionState(close, null);
  const label = early ? words.reason : words.reasonAfter;
  const code = state?.kind === 'invalid' ? state.errors.reason : undefined;
  return (
    <form action={action} noValidate>
      <p className="mb-4 max-w-[48rem]">{early ? words.before(until) : words.after}</p>
      {notSent.length > 0 && (
        <div className="mb-4 max-w-[48rem]">
          <NotSentList t={t} notSent={notSent} />
        </div>
      )}
      <FormAnswer state={state} fieldOf={() => ({ id: 'reason', label })} />
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="reason"
        rows={2}
        label={label}
        max={1000}
        defaultValue={state?.typed.reason?.[0]}
        note={early ? undefined : t.common.form.optional}
        error={code === undefined ? undefined : explainField(code, t)}
      />
      <ConfirmButton label={words.button} title={words.ask} weight={early ? 'secondary' : 'primary'}>
        {words.askBody}
      </ConfirmButton>
    </form>
  );
}
