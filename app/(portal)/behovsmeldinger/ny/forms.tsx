'use client';

import { errorAt, type Errors } from '#components/behovsmelding/words';
import { takeLabel } from '#components/behovsmelding/parts';
import { ChoiceGroup } from '#components/choice-group';
import type { Option } from '#components/field';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { isTakenAtFirst, type BeginPart } from '#lib/domain/behovsmelding/begin';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { errorTexts } from '#lib/texts/browser/errors';
import { togetherTexts } from '#lib/texts/browser/together';
import { useActionState } from 'react';
import type { FormState } from '../../../answer';
import { createOrBegin } from '../actions';

/** For whom, and in which round; where there is one of each it is chosen already. */
export function NewForm({ owners, rounds }: { owners: readonly Option[]; rounds: readonly Option[] }) {
  const t = useTexts(behovsmeldingTexts, errorTexts);
  const words = t.behovsmelding;
  const [state, action] = useActionState<FormState, FormData>(createOrBegin, null);
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

type Props = {
  /** What the need begins from, as the form sends it. */
  origin: Readonly<Record<'ownerId' | 'fromId' | 'fromTiltakId' | 'changeTiltakId', string>>;
  rounds: readonly Option[];
  parts: readonly { part: BeginPart; said: string }[];
};

/** A new need from an earlier one: in which round, and what to take, part by part with what it says beside it. */
export function BeginFromForm({ origin, rounds, parts }: Props) {
  const t = useTexts(behovsmeldingTexts, errorTexts, togetherTexts);
  const words = t.behovsmelding;
  const { begin } = t.beside;
  const [state, action] = useActionState<FormState, FormData>(createOrBegin, null);
  const errors: Errors = state?.kind === 'invalid' ? state.errors : {};
  const error = errors['roundId'] === undefined ? undefined : errorAt({ roundId: 'too-few' }, 'roundId', t);
  const only = rounds.length === 1 ? rounds.map(({ value }) => value) : [];
  const taken = (part: BeginPart): boolean =>
    state === null ? isTakenAtFirst(part) : state.typed['take']?.includes(part) === true;
  return (
    <form action={action} noValidate onReset={(event) => event.preventDefault()}>
      <FormNotices
        state={state}
        errors={error === undefined ? [] : [{ fieldId: 'roundId', text: `${words.chooseRound} ${error}` }]}
      />
      {Object.entries(origin).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ChoiceGroup
        kind="radio"
        name="roundId"
        label={words.chooseRound}
        options={rounds}
        chosen={state?.typed['roundId'] ?? only}
        error={error}
      />
      <fieldset className="mb-8 min-w-0">
        <legend className="mb-2 text-xl font-semibold">{begin.takeTitle}</legend>
        <ul className="border-t border-line">
          {parts.map(({ part, said }) => (
            <li
              key={part}
              className="grid gap-x-8 gap-y-1 border-b border-line py-3 md:grid-cols-[15rem_minmax(0,1fr)]"
            >
              <div className="grid grid-cols-[auto_1fr] content-start gap-x-3">
                <input
                  className="ds-input"
                  type="checkbox"
                  id={`take-${part}`}
                  name="take"
                  value={part}
                  defaultChecked={taken(part)}
                  aria-describedby={`take-${part}-om`}
                />
                <label htmlFor={`take-${part}`}>{takeLabel(part, t)}</label>
              </div>
              <p
                id={`take-${part}-om`}
                className="max-h-48 overflow-y-auto break-words whitespace-pre-line pl-9 text-quiet md:pl-0"
              >
                {said}
              </p>
            </li>
          ))}
        </ul>
      </fieldset>
      <SubmitButton>{words.start}</SubmitButton>
    </form>
  );
}
