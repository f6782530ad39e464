'use client';

import { useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { explainField } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { FormMessages } from '../../runder/[id]/fordeling/messages';
import { approveThis, returnToCaseworker } from './actions';

/** Approves this one tildeling, or sends it back with a comment. */
export function Decide({ id, version, title, amount }: { id: string; version: number; title: string; amount: string }) {
  const t = useTexts(commonTexts, errorTexts, tildelingTexts);
  const words = t.tildeling;
  const [approved, approveAction] = useActionState(approveThis, null);
  const [returned, returnAction] = useActionState(returnToCaseworker, null);
  const wrong = returned?.kind === 'invalid' ? returned.errors.comment : undefined;
  return (
    <div className="mt-10">
      <form action={approveAction} className="mb-8">
        <FormMessages state={approved} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <ConfirmButton label={words.approve} title={words.approveTitle}>
          <p>{words.approveText(amount, title)}</p>
        </ConfirmButton>
      </form>
      <details className="fold" open={returned !== null}>
        <summary>{words.return}</summary>
        <form action={returnAction} className="mt-4">
          <FormMessages state={returned?.kind === 'invalid' ? null : returned} />
          <input type="hidden" name="id" value={id} />
          <TextArea
            name="comment"
            label={words.comment}
            max={2000}
            rows={3}
            error={wrong === undefined ? undefined : explainField(wrong, t)}
            defaultValue={returned?.typed.comment?.[0]}
          />
          <SubmitButton weight="secondary">{t.common.button.return}</SubmitButton>
        </form>
      </details>
    </div>
  );
}
