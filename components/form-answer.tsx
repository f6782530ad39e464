'use client';

import { type ComponentType, lazy, Suspense, type ReactNode } from 'react';
import { ErrorSummary, type FieldMessage } from '#components/error-summary';
import { InSight } from '#components/in-sight';
import { useTexts } from '#components/locale';
import { NoticeBox } from '#components/notice';
import type { FieldError } from '#lib/domain/form/field-errors';
import type { Refusal } from '#lib/domain/refusal';
import { explainField } from '#lib/texts/explain';
import { errorTexts } from '#lib/texts/browser/errors';

type Answer = { kind: string; refusals?: readonly Refusal[] };
type Errors = Readonly<Record<string, FieldError>>;
type Field = { id: string; label: string };

type Refusals = { refusals: readonly Refusal[]; action: ((refusal: Refusal) => ReactNode) | undefined };

const NotNow = (): ReactNode => <NoticeBox kind="warning">{useTexts(errorTexts).errors.notNow}</NoticeBox>;

// What the server sends must stand without script, so it waits for nothing there.
const RefusedAtOnce = typeof document === 'undefined' ? (await import('#components/refused')).Refused : null;

// The rules in words are many, and most forms never meet one: they are fetched with the first refusal, by its form only.
const RefusedOnDemand = lazy<ComponentType<Refusals>>(() =>
  import('#components/refused').then(
    ({ Refused }) => ({ default: Refused }),
    () => ({ default: NotNow }),
  ),
);

const Shown = RefusedAtOnce ?? RefusedOnDemand;

type NoticesProps = {
  state: Answer | null;
  errors?: readonly FieldMessage[];
  action?: (refusal: Refusal) => ReactNode;
  conflict?: ReactNode;
};

/** What a form says on top after a no: the fields that are wrong, the rules that stop it, or that it cannot be done now. */
export function FormNotices({ state, errors = [], action, conflict }: NoticesProps) {
  const t = useTexts(errorTexts);
  if (state === null) return null;
  const words = (): ReactNode => {
    if (state.kind === 'invalid') return <ErrorSummary errors={errors} />;
    if (state.kind === 'refused')
      return (
        <Suspense>
          <Shown refusals={state.refusals ?? []} action={action} />
        </Suspense>
      );
    if (state.kind !== 'conflict') return <NotNow />;
    return conflict ?? <NoticeBox kind="warning">{t.errors.conflict}</NoticeBox>;
  };
  return <InSight answer={state}>{words()}</InSight>;
}

/** The same for a form whose fields are found by their names. */
export function FormAnswer({
  state,
  fieldOf,
}: {
  state: (Answer & { errors?: Errors }) | null;
  fieldOf: (path: string) => Field;
}) {
  const t = useTexts(errorTexts);
  const errors = Object.entries(state?.errors ?? {}).map(([path, error]) => {
    const { id, label } = fieldOf(path);
    return { fieldId: id, text: `${label}: ${explainField(error, t)}` };
  });
  return <FormNotices state={state} errors={errors} />;
}
