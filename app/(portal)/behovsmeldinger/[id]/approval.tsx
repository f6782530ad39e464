'use client';

import { useActionState } from 'react';
import { DisabledAction } from '#components/notice';
import { TextArea } from '#components/field';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { explainField } from '#lib/texts/explain';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { togetherTexts } from '#lib/texts/browser/together';
import { errorTexts } from '#lib/texts/browser/errors';
import type { FormState } from '../../../answer';
import { approveSending, declineSending } from './actions';

type Props = {
  need: { id: string; version: number };
  /** Who asked and when, and whether it is changed since. */
  asked: string;
  /** Why it can not be sent yet, each as a sentence; empty when it can. */
  stops: readonly string[];
};

/** What waits for the owner's leader: send what is read here, or give it back with what must be changed. */
export function ApprovalPart({ need, asked, stops }: Props) {
  const t = useTexts(behovsmeldingTexts, errorTexts, togetherTexts);
  const words = t.writers;
  const [sent, send] = useActionState<FormState, FormData>(approveSending, null);
  const [back, giveBack] = useActionState<FormState, FormData>(declineSending, null);
  const error = back?.kind === 'invalid' ? explainField(back.errors['comment'] ?? 'required', t) : undefined;
  return (
    <section className="no-print mb-8 max-w-[48rem] rounded-md bg-mist px-6 py-5" aria-labelledby="godkjenning">
      <h2 id="godkjenning" className="text-xl font-semibold">
        {words.approveTitle}
      </h2>
      <p className="mt-1 mb-4">{asked}</p>
      <form action={send}>
        <FormNotices state={sent} />
        <input type="hidden" name="id" value={need.id} />
        <input type="hidden" name="version" value={need.version} />
        {stops.length === 0 ? (
          <SubmitButton>{words.approve}</SubmitButton>
        ) : (
          <>
            <DisabledAction id="stops" label={words.approve} reason={words.notYet} />
            <ul className="mt-3 list-disc pl-5 text-sm">
              {stops.map((stop) => (
                <li key={stop}>{stop}</li>
              ))}
            </ul>
          </>
        )}
      </form>
      <details className="fold mt-5" open={back !== null}>
        <summary>{words.declineTitle}</summary>
        <form action={giveBack} noValidate className="mt-3">
          <FormNotices
            state={back}
            errors={
              error === undefined ? [] : [{ fieldId: 'decline-comment', text: `${words.declineComment} ${error}` }]
            }
          />
          <input type="hidden" name="id" value={need.id} />
          <TextArea
            id="decline-comment"
            name="comment"
            label={words.declineComment}
            max={2000}
            rows={3}
            error={error}
            defaultValue={back?.typed['comment']?.[0]}
          />
          <SubmitButton weight="secondary">{words.decline}</SubmitButton>
        </form>
      </details>
    </section>
  );
}
