import type { ReactNode } from 'react';
import { ErrorSummary, type FieldMessage } from '#components/error-summary';
import { InSight } from '#components/in-sight';
import { useTexts } from '#components/locale';
import { NoticeBox } from '#components/notice';
import { RefusalBox } from './notice';
import type { Refusal as Said } from '#lib/domain/refusal';
import { explainRefusal } from '#lib/texts/explain';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { refusalTexts } from '#lib/texts/browser/refusals';

type Answer = { kind: string; refusals?: readonly Said[] };
type Props = {
  state: Answer | null;
  errors?: readonly FieldMessage[];
  action?: (refusal: Said) => ReactNode;
  conflict?: ReactNode;
};

/** What a form says on top after a no: the fields that are wrong, the rule that stops it, or that it cannot be done now. */
export function FormNotices({ state, ...rest }: Props) {
  return state === null ? null : (
    <InSight answer={state}>
      <Words state={state} {...rest} />
    </InSight>
  );
}

function Words({ state, errors = [], action, conflict }: Props & { state: Answer }): ReactNode {
  const t = useTexts(behovsmeldingTexts, commonTexts, refusalTexts);
  if (state.kind === 'invalid') return <ErrorSummary errors={errors} />;
  if (state.kind === 'refused')
    return (state.refusals ?? []).map((one) => (
      <RefusalBox key={one.code} t={t} {...('missing' in one && { missing: one.missing })} action={action?.(one)}>
        {explainRefusal(one, t)}
      </RefusalBox>
    ));
  if (state.kind === 'conflict' && conflict !== undefined) return conflict;
  return <NoticeBox kind="warning">{t.behovsmelding.notNow}</NoticeBox>;
}
