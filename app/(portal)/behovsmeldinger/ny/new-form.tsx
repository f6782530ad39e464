'use client';

import { useActionState } from 'react';
import { ChoiceGroup } from '#components/choice-group';
import type { Option } from '#components/field';
import { FormNotices } from '#components/form-notices';
import { useTexts } from '#components/locale';
import { errorAt, type Errors } from '#components/need/words';
import { SubmitButton } from '#components/submit-button';
import type { FormState } from '../../../answer';
import { create } from '../actions';

/** For whom, and in which round; where there is one of each it is chosen already. */
export function NewForm({ owners, rounds }: { owners: readonly Option[]; rounds: readonly Option[] }) {
  const t = useTexts();
  const words = t.behovsmelding;
  const [state, action] = useActionState<FormState, FormData>(create, null);
  const errors: Errors = state?.kind === 'invalid' ? state.errors : {};
  const group = (name: 'ownerId' | 'roundId', label: string, options: readonly Option[]) => {
    const only = options.length === 1 ? options.map(({ value }) => value) : [];
    return {
      name,
      label,
      options,
      chosen: state?.typed[name] ?? only,
      ...(errors[name] !== undefined && { error: errorAt({ [name]: 'too-few' }, name, t) ?? '' }),
    };
  };
  const fields = [group('ownerId', words.chooseOwner, owners), group('roundId', words.chooseRound, rounds)];
  const messages = fields.flatMap(({ name, label, error }) =>
    error === undefined ? [] : [{ fieldId: name, text: `${label} ${error}` }],
  );
  return (
    <form action={action} noValidate onReset={(event) => event.preventDefault()}>
      <FormNotices state={state} errors={messages} />
      {fields.map((field) => (
        <ChoiceGroup key={field.name} kind="radio" {...field} />
      ))}
      <SubmitButton>{words.start}</SubmitButton>
    </form>
  );
}
