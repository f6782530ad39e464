'use client';

import type { ReactNode } from 'react';
import { ErrorSummary } from '#components/error-summary';
import { InSight } from '#components/in-sight';
import { useTexts } from '#components/locale';
import { Notice } from '#components/notice';
import { Refusal } from '#components/refusal';
import { explainField, explainRefusal } from '#lib/texts/explain';
import type { FormState } from '../../../../answer';

/** What came of a form that was not done: each rule in words, each field with its link. */
export function FormMessages({ state, labelOf }: { state: FormState; labelOf?: (path: string) => string }) {
  return state === null ? null : (
    <InSight answer={state}>
      <Words state={state} labelOf={labelOf} />
    </InSight>
  );
}

function Words({
  state,
  labelOf,
}: {
  state: NonNullable<FormState>;
  labelOf: ((path: string) => string) | undefined;
}): ReactNode {
  const t = useTexts();
  switch (state.kind) {
    case 'invalid':
      return (
        <ErrorSummary
          errors={Object.entries(state.errors).map(([fieldId, error]) => ({
            fieldId,
            text: `${labelOf === undefined ? '' : `${labelOf(fieldId)}: `}${explainField(error, t)}`,
          }))}
        />
      );
    case 'refused':
      return (
        <Refusal t={t}>
          <ul>
            {state.refusals
              .map((refusal) => explainRefusal(refusal, t))
              .map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
          </ul>
        </Refusal>
      );
    case 'conflict':
      return <Notice kind="warning">{t.workbench.conflict}</Notice>;
    case 'not-now':
      return <Notice kind="warning">{t.workbench.notNowAny}</Notice>;
  }
}
