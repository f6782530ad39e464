import type { ReactNode } from 'react';
import { ErrorSummary, type FieldMessage } from '#components/error-summary';
import { useTexts } from '#components/locale';
import { Notice } from '#components/notice';
import { Refusal } from '#components/refusal';
import type { Refusal as Said } from '#lib/domain/refusal';
import { explainRefusal } from '#lib/texts/explain';

type Props = { state: { kind: string; refusals?: readonly Said[] } | null; errors?: readonly FieldMessage[]; action?: (refusal: Said) => ReactNode; conflict?: ReactNode };

/** What a form says on top after a no: the fields that are wrong, the rule that stops it, or that it cannot be done now. */
export function FormNotices({ state, errors = [], action, conflict }: Props) {
  const t = useTexts();
  if (state === null) return null;
  if (state.kind === 'invalid') return <ErrorSummary errors={errors} />;
  if (state.kind === 'refused') return (state.refusals ?? []).map((one) => <Refusal key={one.code} t={t} {...('missing' in one && { missing: one.missing })} action={action?.(one)}>{explainRefusal(one, t)}</Refusal>);
  if (state.kind === 'conflict' && conflict !== undefined) return conflict;
  return <Notice kind="warning">{t.behovsmelding.notNow}</Notice>;
}
