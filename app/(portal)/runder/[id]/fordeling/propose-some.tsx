'use client';

import { useActionState } from 'react';
import { ChoiceGroup } from '#components/choice-group';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { proposeChosen } from './actions';
import { FormMessages } from './form-messages';

/** Proposes some of the saved drafts, and leaves the others to be worked on. */
export function ProposeSome({
  roundId,
  drafts,
}: {
  roundId: string;
  drafts: readonly { value: string; label: string }[];
}) {
  const words = useTexts().workbench.part;
  const [state, action] = useActionState(proposeChosen, null);
  return (
    <details className="fold mt-10" open={state !== null}>
      <summary>{words.title}</summary>
      <form action={action} className="mt-4">
        <FormMessages state={state} />
        <input type="hidden" name="id" value={roundId} />
        <ChoiceGroup
          kind="checkbox"
          name="ids"
          label={words.choose}
          description={words.help}
          options={drafts}
          chosen={state?.typed.ids ?? []}
        />
        <SubmitButton weight="secondary">{words.send}</SubmitButton>
      </form>
    </details>
  );
}
