'use client';

import { useTexts } from '#components/locale';
import { errorTexts } from '#lib/texts/browser/errors';

/** An error of ours: no blame, what to do now, and a reference to quote. */
export function BugMessage({ reference, onRetry }: { reference: string | undefined; onRetry: () => void }) {
  const t = useTexts(errorTexts).errors;
  return (
    <div role="alert" className="prose">
      <h1 className="text-3xl font-semibold tracking-tight">{t.bugTitle}</h1>
      <p>{t.bugBody}</p>
      {reference !== undefined && (
        <p>
          {t.reference}: <code>{reference}</code>
        </p>
      )}
      <div className="flex flex-wrap gap-3 pt-4">
        <button type="button" className="ds-button" data-variant="primary" onClick={onRetry}>
          {t.tryAgain}
        </button>
        {/* A plain link: a fresh page, not the state that failed. */}
        <a className="ds-button" data-variant="secondary" href="/">
          {t.toStart}
        </a>
      </div>
    </div>
  );
}
