'use client';

import { ChoiceGroup } from '#components/choice-group';
import { FormAnswer } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { NoticeBox } from '#components/notice';
import { SubmitButton } from '#components/submit-button';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { useActionState } from 'react';
import type { FormState } from '../../../../answer';
import { proposeChosen } from '../../actions';

type Words = {
  labelOf?: ((path: string) => string) | undefined;
  /** Where a field is, when it is not on this page. */ hrefOf?: ((path: string) => string | undefined) | undefined;
};

/** What came of a form of amounts or of a decision that was not done. */
export function FormMessages({ state, labelOf, hrefOf }: Words & { state: FormState }) {
  const t = useTexts(tildelingTexts);
  return (
    <FormAnswer
      state={state}
      fieldOf={(path) => ({ id: path, label: labelOf?.(path), href: hrefOf?.(path) })}
      conflict={<NoticeBox kind="warning">{t.workbench.conflict}</NoticeBox>}
    />
  );
}

/** Proposes some of the saved drafts that are shown, and leaves the others to be worked on. */
export function ProposeSome({
  roundId,
  part,
  drafts,
}: {
  roundId: string;
  part: number;
  drafts: readonly { value: string; label: string }[];
}) {
  const words = useTexts(tildelingTexts).workbench.part;
  const [state, action] = useActionState(proposeChosen, null);
  return (
    <details className="fold mt-10" open={state !== null}>
      <summary>{words.title}</summary>
      <form action={action} className="mt-4">
        <FormMessages state={state} />
        <input type="hidden" name="id" value={roundId} />
        <input type="hidden" name="part" value={part + 1} />
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
