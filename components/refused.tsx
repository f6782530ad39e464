'use client';

import type { ReactNode } from 'react';
import { useTexts } from '#components/locale';
import { RefusalBox } from '#components/notice';
import type { Refusal } from '#lib/domain/refusal';
import { commonTexts } from '#lib/texts/browser/common';
import { refusalTexts } from '#lib/texts/browser/refusals';
import { explainRefusal } from '#lib/texts/explain';

/** Each rule that says no, in words, with what one can do about it. */
export function Refused({
  refusals,
  action,
}: {
  refusals: readonly Refusal[];
  action?: ((refusal: Refusal) => ReactNode) | undefined;
}) {
  const t = useTexts(commonTexts, refusalTexts);
  return refusals.map((one) => {
    const sentence = explainRefusal(one, t);
    return (
      <RefusalBox key={sentence} t={t} {...('missing' in one && { missing: one.missing })} action={action?.(one)}>
        {sentence}
      </RefusalBox>
    );
  });
}
