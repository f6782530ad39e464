'use client';

import { useActionState } from 'react';
import { ChoiceGroup } from '#components/choice-group';
import { TextArea } from '#components/field';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { errorAt, type Errors } from '#components/behovsmelding/words';
import { SubmitButton } from '#components/submit-button';
import type { DispensationRule } from '#lib/domain/states';
import { errorTexts } from '#lib/texts/browser/errors';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import type { FormState } from '../../../answer';
import { decideEgenandel, decideSplit } from '../actions';

/** The answer: grant or refuse, with the reason. */
export function DecideDispensationForm({ id, rule }: { id: string; rule: DispensationRule }) {
  const t = useTexts(errorTexts, tildelingTexts);
  const words = t.dispensation;
  const [state, action] = useActionState<FormState, FormData>(
    rule === 'egenandel' ? decideEgenandel : decideSplit,
    null,
  );
  const errors: Errors = state?.kind === 'invalid' ? state.errors : {};
  const answer = errors['state'] === undefined ? undefined : errorAt({ state: 'too-few' }, 'state', t);
  const reason = errorAt(errors, 'reason', t);
  const messages = [
    ...(answer === undefined ? [] : [{ fieldId: 'state', text: `${words.answer}: ${answer}` }]),
    ...(reason === undefined ? [] : [{ fieldId: 'reason', text: `${words.answerReason}: ${reason}` }]),
  ];
  return (
    <section aria-labelledby="svar" className="no-print mt-10">
      <h2 id="svar" className="mb-4 text-xl font-semibold">
        {words.answerTitle}
      </h2>
      <form action={action} noValidate onReset={(event) => event.preventDefault()}>
        <FormNotices state={state} errors={messages} />
        <input type="hidden" name="id" value={id} />
        <ChoiceGroup
          kind="radio"
          name="state"
          label={words.answer}
          chosen={state?.typed['state'] ?? []}
          {...(answer !== undefined && { error: answer })}
          options={[
            { value: 'granted', label: words.grant },
            { value: 'refused', label: words.refuse },
          ]}
        />
        <TextArea
          name="reason"
          label={words.answerReason}
          max={2000}
          error={reason}
          defaultValue={state?.typed['reason']?.[0]}
        />
        <SubmitButton>{words.decide}</SubmitButton>
      </form>
    </section>
  );
}
