'use client';

import Link from 'next/link';
import { useId } from 'react';
import { useTexts } from '#components/locale';
import { commonTexts } from '#lib/texts/browser/common';

/** What is wrong with a field; `href` where that is not on this page. */
export type FieldMessage = { fieldId: string; text: string; href?: string | undefined };

/** What is wrong after a form came back, each line a link to its field. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldMessage[]; title?: string }) {
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
