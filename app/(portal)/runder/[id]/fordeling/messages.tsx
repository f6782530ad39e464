'use client';

import { ChoiceGroup } from '#components/choice-group';
import { ErrorSummary, InSight } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { NoticeBox, RefusalBox } from '#components/notice';
import { SubmitButton } from '#components/submit-button';
import { explainField } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { type ReactNode, useActionState } from 'react';
import type { FormState } from '../../../../answer';
import { proposeChosen } from '../../actions';

type Words = {
  labelOf?: ((path: string) => string) | undefined;
  /** Where a field is, when it is not on this page. */ hrefOf?: ((path: string) => string | undefined) | undefined;
};

/** What came of a form that was not done: each rule in words, each field with its link. */
export function FormMessages({ state, labelOf, hrefOf }: Words & { state: FormState }) {
  return state === null ? null : (
    <InSight answer={state}>
      <Answer state={state} labelOf={labelOf} hrefOf={hrefOf} />
    </InSight>
  );
}

function Answer({ state, labelOf, hrefOf }: Words & { state: NonNullable<FormState> }): ReactNode {
  const t = useTexts(commonTexts, errorTexts, tildelingTexts);
  switch (state.kind) {
    case 'invalid':
      return (
        <ErrorSummary
          errors={Object.entries(state.errors).map(([fieldId, error]) => ({
            fieldId,
            href: hrefOf?.(fieldId),
            text: `${labelOf === undefined ? '' : `${labelOf(fieldId)}: `}${explainField(error, t)}`,
          }))}
        />
      );
    case 'refused':
      return (
        <RefusalBox t={t}>
          <ul>
            {state.refusals.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </RefusalBox>
      );
    case 'conflict':
      return <NoticeBox kind="warning">{t.workbench.conflict}</NoticeBox>;
    case 'not-now':
      return <NoticeBox kind="warning">{t.workbench.notNowAny}</NoticeBox>;
  }
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
