'use client';

import { useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { DateField, SelectField, TextArea, type Option } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { explainField } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { roundTexts } from '#lib/texts/browser/round';
import type { FormState } from '../../../../answer';
import { FormAnswer } from '#components/form-answer';
import { move, openLateFor } from '../../actions';

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** A form's state, and each field with what was typed and what is wrong with it. */
function useForm(action: Action, labels: Readonly<Record<string, string>>, prefix: string) {
  const t = useTexts(errorTexts);
  const [state, send] = useActionState<FormState, FormData>(action, null);
  const field = (name: string) => {
    const error = state?.kind === 'invalid' ? state.errors[name] : undefined;
    return {
      name,
      id: `${prefix}-${name}`,
      label: labels[name] ?? name,
      defaultValue: state?.typed[name]?.at(-1),
      error: error === undefined ? undefined : explainField(error, t),
    };
  };
  return {
    send,
    field,
    notices: (
      <FormAnswer state={state} fieldOf={(path) => ({ id: `${prefix}-${path}`, label: labels[path] ?? path })} />
    ),
  };
}

/** Moves one deadline for all, and asks first. */
export function MoveForm({ id, kinds }: { id: string; kinds: readonly Option[] }) {
  const words = useTexts(roundTexts).round.time;
  const { send, field, notices } = useForm(
    move,
    { kind: words.kind, lastDay: words.lastDay, reason: words.reason },
    'flytt',
  );
  return (
    <form action={send} noValidate onReset={(event) => event.preventDefault()}>
      {notices}
      <input type="hidden" name="id" value={id} />
      <SelectField {...field('kind')} options={kinds} />
      <DateField {...field('lastDay')} />
      <TextArea {...field('reason')} rows={2} max={1000} />
      <ConfirmButton label={words.moveButton} title={words.moveAsk} weight="secondary">
        {words.moveAskBody}
      </ConfirmButton>
    </form>
  );
}

/** Opens for one owner to send late. */
export function LateForm({ id, owners }: { id: string; owners: readonly Option[] }) {
  const t = useTexts(commonTexts, roundTexts);
  const words = t.round.time;
  const { send, field, notices } = useForm(
    openLateFor,
    { organisationId: words.owner, until: words.until, reason: words.reason },
    'sen',
  );
  return (
    <form action={send} noValidate onReset={(event) => event.preventDefault()}>
      {notices}
      <input type="hidden" name="id" value={id} />
      <SelectField {...field('organisationId')} empty={t.common.form.choose} options={owners} />
      <DateField {...field('until')} />
      <TextArea {...field('reason')} rows={2} max={1000} />
      <SubmitButton weight="secondary">{words.lateButton}</SubmitButton>
    </form>
  );
}
