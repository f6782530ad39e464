'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import Link from 'next/link';
import { useTexts } from '#components/locale';
import { commonTexts } from '#lib/texts/browser/common';
import { NoticeBox, RefusalBox } from '#components/notice';
import type { FieldError } from '#lib/domain/form/field-errors';
import type { Refusal } from '#lib/domain/refusal';
import { explainField, type RefusalInWords } from '#lib/texts/explain';
import { errorTexts } from '#lib/texts/browser/errors';

/** What a form answers, brought into sight and read first: it takes the focus once for each answer, never while one types. */
function InSight({ answer, children }: { answer: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [answer]);
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-6 outline-none">
      {children}
    </div>
  );
}

/** What is wrong with a field; `href` where that is not on this page. */
export type FieldMessage = { fieldId: string; text: string; href?: string | undefined };

/** What is wrong after a form came back, each line a link to its field. */
function ErrorSummary({ errors, title }: { errors: readonly FieldMessage[]; title?: string }) {
  const t = useTexts(commonTexts).common.form;
  const id = useId();
  if (errors.length === 0) return null;
  return (
    <div
      role="group"
      aria-labelledby={`${id}-t`}
      className="mb-8 max-w-[48rem] rounded-md border-l-4 border-bad-edge bg-bad-tint px-6 py-5"
    >
      <h2 id={`${id}-t`} className="text-lg font-semibold">
        {title ?? t.errors(errors.length)}
      </h2>
      <ul className="mt-2 grid gap-1.5">
        {errors.map((error) => (
          <li key={error.fieldId}>
            {error.href === undefined ? (
              <a className="ds-link" data-color="neutral" href={`#${error.fieldId}`}>
                {error.text}
              </a>
            ) : (
              <Link className="ds-link" data-color="neutral" href={error.href}>
                {error.text}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** So many rules are told at once: what one has come for should not be out of sight below them. */
const MOST_SAID = 10;

function Sentences({ of }: { of: readonly RefusalInWords[] }) {
  return (
    <ul className="grid list-disc gap-1.5 ps-5">
      {of.map(({ sentence }, index) => (
        <li key={`${String(index)} ${sentence}`}>{sentence}</li>
      ))}
    </ul>
  );
}

type Answer = { kind: string; refusals?: readonly RefusalInWords[] };
type NoticesProps = {
  state: Answer | null;
  errors?: readonly FieldMessage[];
  /** What one can do about a rule that says no: each then has a box of its own. */
  action?: (refusal: Refusal) => ReactNode;
  conflict?: ReactNode;
};

/** What a form says on top after a no: the fields that are wrong, the rules that stop it, or that it cannot be done now. */
export function FormNotices({ state, errors = [], action, conflict }: NoticesProps) {
  const t = useTexts(commonTexts, errorTexts);
  if (state === null) return null;
  const refused = state.refusals ?? [];
  const words = (): ReactNode => {
    if (state.kind === 'invalid') return <ErrorSummary errors={errors} />;
    if (state.kind === 'refused' && action === undefined && refused.length > 1)
      return (
        <RefusalBox t={t} title={t.common.refusal.titleOf(refused.length)}>
          <Sentences of={refused.slice(0, MOST_SAID)} />
          {refused.length > MOST_SAID && (
            <details>
              <summary>{t.common.refusal.more(refused.length - MOST_SAID)}</summary>
              <Sentences of={refused.slice(MOST_SAID)} />
            </details>
          )}
        </RefusalBox>
      );
    if (state.kind === 'refused')
      return refused.map((one) => (
        <RefusalBox key={one.sentence} t={t} {...('missing' in one && { missing: one.missing })} action={action?.(one)}>
          {one.sentence}
        </RefusalBox>
      ));
    if (state.kind !== 'conflict') return <NoticeBox kind="warning">{t.errors.notNow}</NoticeBox>;
    return conflict ?? <NoticeBox kind="warning">{t.errors.conflict}</NoticeBox>;
  };
  return <InSight answer={state}>{words()}</InSight>;
}

type Errors = Readonly<Record<string, FieldError>>;
type AnswerProps = {
  state: (Answer & { errors?: Errors }) | null;
  /** Where a field is by its name, and what it is called where that is not said beside it. */
  fieldOf: (path: string) => { id: string; label?: string | undefined; href?: string | undefined };
  conflict?: ReactNode;
};

/** The same for a form whose fields are found by their names. */
export function FormAnswer({ state, fieldOf, conflict }: AnswerProps) {
  const t = useTexts(errorTexts);
  const errors = Object.entries(state?.errors ?? {}).map(([path, error]) => {
    const { id, label, href } = fieldOf(path);
    return { fieldId: id, href, text: `${label === undefined ? '' : `${label}: `}${explainField(error, t)}` };
  });
  return <FormNotices state={state} errors={errors} conflict={conflict} />;
}
