'use client';

import { useActionState } from 'react';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { togetherTexts } from '#lib/texts/browser/together';
import type { FormState } from '../../answer';
import { createOrBegin } from './actions';

/** Begins a need for an owner in a round, in one press. */
export function BeginForm({ ownerId, roundId, what }: { ownerId: string; roundId: string; what: string }) {
  const words = useTexts(togetherTexts).partners.desk;
  const [state, send] = useActionState<FormState, FormData>(createOrBegin, null);
  return (
    <form action={send}>
      <FormNotices state={state} />
      <input type="hidden" name="ownerId" value={ownerId} />
      <input type="hidden" name="roundId" value={roundId} />
      <SubmitButton weight="secondary">
        {words.begin}
        <span className="ds-sr-only">: {what}</span>
      </SubmitButton>
    </form>
  );
}
