'use client';

import { useActionState } from 'react';
import { ChoiceGroup } from '#components/choice-group';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { MAIL_CHOICES, type MailChoice } from '#lib/domain/message';
import { FormAnswer } from '../../form-answer';
import { choose } from './actions';

/** At once, once a day, or never: for what is no decision. */
export function ChoiceForm({ chosen }: { chosen: MailChoice }) {
  const [state, send] = useActionState(choose, null);
  const t = useTexts().notifications;
  return (
    <form action={send} onReset={(event) => event.preventDefault()}>
      <FormAnswer state={state} fieldOf={() => ({ id: 'choice', label: t.choice })} />
      <ChoiceGroup
        kind="radio" name="choice" label={t.choice} description={t.always} chosen={state?.typed['choice'] ?? [chosen]}
        options={MAIL_CHOICES.map((value) => ({ value, label: t.choices[value], description: t.about[value] }))}
      />
      <SubmitButton>{t.save}</SubmitButton>
    </form>
  );
}
