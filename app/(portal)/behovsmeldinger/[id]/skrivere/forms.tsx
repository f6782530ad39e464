'use client';

import { useActionState } from 'react';
import { ChoiceGroup } from '#components/choice-group';
import { ConfirmButton } from '#components/confirm-button';
import { TextField } from '#components/field';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { CONTRIBUTOR_MAY } from '#lib/domain/behovsmelding/comment';
import { explainField } from '#lib/texts/explain';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { togetherTexts } from '#lib/texts/browser/together';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import type { FormState } from '../../../../answer';
import { endContributorHere, inviteContributorHere } from '../../actions';

/** Asks somebody by their e-mail address; all that was typed comes back after a no. */
export function InviteForm({ needId }: { needId: string }) {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts, togetherTexts);
  const words = t.writers;
  const [state, send] = useActionState<FormState, FormData>(inviteContributorHere, null);
  const wrong = state?.kind === 'invalid' ? state.errors : {};
  const labels: Readonly<Record<string, string>> = {
    email: words.email,
    name: words.name,
    unit: words.unit,
    may: words.mayLabel,
  };
  const field = (name: string) => ({
    name,
    label: labels[name] ?? '',
    defaultValue: state?.typed[name]?.[0],
    error: wrong[name] === undefined ? undefined : explainField(wrong[name], t),
  });
  const errors = Object.entries(wrong).map(([fieldId, code]) => ({
    fieldId,
    text: `${labels[fieldId] ?? words.email}: ${explainField(code, t)}`,
  }));
  return (
    <form
      action={send}
      noValidate
      onReset={(event) => {
        event.preventDefault();
      }}
      className="max-w-[42rem]"
    >
      <FormNotices state={state} errors={errors} />
      <input type="hidden" name="id" value={needId} />
      <TextField {...field('email')} kind="email" description={words.emailHelp} input={{ autoComplete: 'off' }} />
      <TextField {...field('name')} description={words.nameHelp} input={{ autoComplete: 'off' }} />
      <TextField {...field('unit')} note={t.common.form.optional} />
      <ChoiceGroup
        kind="radio"
        {...field('may')}
        chosen={[state?.typed['may']?.[0] ?? 'comment']}
        options={CONTRIBUTOR_MAY.map((value) => ({ value, label: words.may[value] }))}
      />
      <SubmitButton>{words.invite}</SubmitButton>
    </form>
  );
}

/** Takes somebody off, and asks first. */
export function EndContributorForm({
  needId,
  contributorId,
  name,
}: {
  needId: string;
  contributorId: string;
  name: string;
}) {
  const words = useTexts(togetherTexts).writers;
  const [state, send] = useActionState<FormState, FormData>(endContributorHere, null);
  return (
    <form action={send}>
      <FormNotices state={state} />
      <input type="hidden" name="id" value={needId} />
      <input type="hidden" name="contributorId" value={contributorId} />
      <ConfirmButton label={words.end} title={words.endTitle(name)} weight="tertiary" tone="danger">
        {words.endText}
      </ConfirmButton>
    </form>
  );
}
