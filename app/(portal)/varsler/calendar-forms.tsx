'use client';

import { useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { TextField } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { FormAnswer } from '../../form-answer';
import { end, make } from './actions';

const noField = (path: string) => ({ id: path, label: path });

/** The calendar's secret address, to be made, made anew, or ended. */
export function CalendarForms({ address }: { address: string | null }) {
  const [made, sendMake] = useActionState(make, null);
  const [ended, sendEnd] = useActionState(end, null);
  const t = useTexts().notifications;
  if (address === null) {
    return (
      <form action={sendMake}>
        <FormAnswer state={made} fieldOf={noField} />
        <SubmitButton weight="secondary">{t.make}</SubmitButton>
      </form>
    );
  }
  return (
    <>
      <TextField
        key={address}
        name="address"
        label={t.calendarAddress}
        description={t.calendarHow}
        defaultValue={address}
        input={{ readOnly: true }}
      />
      <FormAnswer state={made ?? ended} fieldOf={noField} />
      <div className="flex flex-wrap gap-3">
        <form action={sendMake}>
          <ConfirmButton weight="secondary" label={t.renew} title={t.renewTitle}>
            {t.renewBody}
          </ConfirmButton>
        </form>
        <form action={sendEnd}>
          <ConfirmButton weight="tertiary" tone="danger" label={t.end} title={t.endTitle}>
            {t.endBody}
          </ConfirmButton>
        </form>
      </div>
    </>
  );
}
