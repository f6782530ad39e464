'use client';

import { useEffect, useState } from 'react';
import { useTexts } from '#components/locale';
import { formatAmount } from '#lib/texts/format';
import { commonTexts } from '#lib/texts/browser/common';

type Props = { fieldId: string; start: number; max: number; mark?: { at: number; text: string } };

/** How many characters are used, on a line that shows where the text may be cut elsewhere. */
export function Counter({ fieldId, start, max, mark }: Props) {
  const t = useTexts(commonTexts).common.form;
  const [used, setUsed] = useState(start);

  useEffect(() => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLTextAreaElement)) return;
    const count = () => setUsed(field.value.length);
    count();
    field.addEventListener('input', count);
    return () => field.removeEventListener('input', count);
  }, [fieldId]);

  const over = used - max;
  const cut = mark !== undefined && used > mark.at;
  const words = over > 0 ? t.counterOver(formatAmount(over)) : t.counter(formatAmount(used), formatAmount(max));
  return (
    <div className="mt-1.5 text-sm">
      <svg width="100%" height="8" aria-hidden="true" className="text-edge">
        <rect y="2" width="100%" height="4" rx="2" className="fill-line" />
        <rect
          y="2"
          height="4"
          rx="2"
          width={`${Math.min(100, (100 * used) / max)}%`}
          className={over > 0 ? 'fill-bad-edge' : cut ? 'fill-warn-edge' : 'fill-blue'}
        />
        {mark !== undefined && mark.at < max && (
          <rect x={`${(100 * mark.at) / max}%`} width="2" height="8" className="fill-ink" />
        )}
      </svg>
      <div className="flex flex-wrap justify-between gap-x-4">
        <span className={cut ? 'text-warn' : 'text-quiet'}>{mark?.text}</span>
        <span className={over > 0 ? 'num font-medium text-bad' : 'num text-quiet'}>{words}</span>
      </div>
      <span role="status" className="ds-sr-only">
        {over > 0 ? words : cut ? mark.text : ''}
      </span>
    </div>
  );
}
