'use client';

import { useTexts } from '#components/locale';
import { ConflictSide, type FormWords } from '#components/saving/at-field';
import type { Saving } from '#components/saving/use-saving';
import { formatDateTime } from '#lib/texts/format';
import { formTexts } from '#lib/texts/browser/form';

/** What was typed here and never saved, beside what is saved: to take back, or to throw away. */
export function LeftBehind({
  saving: { now, saver },
  words: { labelOf, sayOf },
}: {
  saving: Saving;
  words: FormWords;
}) {
  const t = useTexts(formTexts).saving;
  const { left, sync } = now;
  if (left === null) return null;
  const fields = Object.keys(left.typed);
  const button = (text: string, which: readonly string[], back: boolean, about?: string) => (
    <button
      type="button"
      className="ds-button"
      data-size="sm"
      data-variant={back ? 'primary' : 'secondary'}
      onClick={() => saver.settle(which, back)}
    >
      {text}
      {about !== undefined && <span className="ds-sr-only">: {about}</span>}
    </button>
  );
  return (
    <section role="alert" className="mb-6 rounded-md border-l-4 border-warn-edge bg-warn-tint px-6 py-4">
      <h2 className="text-lg font-semibold">{t.leftTitle}</h2>
      <p className="mt-1">{t.left(formatDateTime(new Date(left.at), new Date(left.at)))}</p>
      <ul className="mt-3 grid gap-5">
        {fields.map((field) => (
          <li key={field}>
            <h3 className="font-medium">{labelOf(field)}</h3>
            <div className="mt-1 grid gap-4 sm:grid-cols-2">
              <ConflictSide title={t.unsaved} text={sayOf(field, left.typed[field] ?? [])} />
              <ConflictSide title={t.theirs} text={sayOf(field, sync.base[field] ?? [])} />
            </div>
            <div className="mt-2 flex flex-wrap gap-2">
              {button(t.takeBack, [field], true, labelOf(field))}
              {button(t.throwAway, [field], false, labelOf(field))}
            </div>
          </li>
        ))}
      </ul>
      {fields.length > 1 && (
        <div className="mt-4 flex flex-wrap gap-2 border-t border-line pt-3">
          {button(t.takeBackAll, fields, true)}
          {button(t.throwAwayAll, fields, false)}
        </div>
      )}
    </section>
  );
}
