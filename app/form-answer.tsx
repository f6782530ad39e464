'use client';

import type { ReactNode } from 'react';
import { ErrorSummary } from '#components/error-summary';
import { InSight } from '#components/in-sight';
import { useTexts } from '#components/locale';
import { NoticeBox } from '#components/notice';
import { RefusalBox } from '#components/notice';
import { explainField, explainRefusal } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { refusalTexts } from '#lib/texts/browser/refusals';
import type { FormState } from './answer';

type Field = { id: string; label: string };

/** Why a form came back: each field's error with a link to it, or the rules that say no, in words. */
export function FormAnswer({ state, fieldOf }: { state: FormState; fieldOf: (path: string) => Field }) {
  return state === null ? null : (
    <InSight answer={state}>
      <Words state={state} fieldOf={fieldOf} />
    </InSight>
  );
}

function Words({ state, fieldOf }: { state: NonNullable<FormState>; fieldOf: (path: string) => Field }): ReactNode {
  const t = useTexts(commonTexts, errorTexts, refusalTexts);
  if (state.kind === 'invalid') {
    const errors = Object.entries(state.errors).map(([path, error]) => {
      const { id, label } = fieldOf(path);
      return { fieldId: id, text: `${label}: ${explainField(error, t)}` };
    });
    return <ErrorSummary errors={errors} />;
  }
  if (state.kind === 'refused') {
    return (
      <RefusalBox t={t}>
        <ul>
          {state.refusals.map((refusal) => (
            <li key={explainRefusal(refusal, t)}>{explainRefusal(refusal, t)}</li>
          ))}
        </ul>
      </RefusalBox>
    );
  }
  return (
    <NoticeBox kind="warning">
      <p>{state.kind === 'conflict' ? t.errors.conflict : t.errors.notNow}</p>
    </NoticeBox>
  );
}
