'use client';

import { useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { TextArea } from '#components/field';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { errorAt, type Errors } from '#components/behovsmelding/words';
import { SubmitButton } from '#components/submit-button';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { errorTexts } from '#lib/texts/browser/errors';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import type { FormState } from '../../../answer';
import { approveSending, declineSending, reopen, sendDispensation, withdraw } from '../actions';
import { DisabledAction } from '#components/notice';
import { explainField } from '#lib/texts/explain';
import { togetherTexts } from '#lib/texts/browser/together';

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** A form of one field: its state, what was typed, and what is wrong with it. */
function useOneField(action: Action, name: string, label: string) {
  const t = useTexts(errorTexts);
  const [state, send] = useActionState<FormState, FormData>(action, null);
  const errors: Errors = state?.kind === 'invalid' ? state.errors : {};
  const error = errorAt(errors, name, t);
  const summary = error === undefined ? [] : [{ fieldId: name, text: `${label}: ${error}` }];
  return {
    t,
    send,
    notices: <FormNotices state={state} errors={summary} />,
    field: { name, label, error, defaultValue: state?.typed[name]?.[0] },
  };
}

/** The owner takes the need back, and is asked first. */
export function WithdrawForm({ id }: { id: string }) {
  const words = useTexts(behovsmeldingTexts).behovsmelding;
  const [state, send] = useActionState<FormState, FormData>(withdraw, null);
  return (
    <form action={send}>
      <FormNotices state={state} />
      <input type="hidden" name="id" value={id} />
      <ConfirmButton label={words.withdraw} title={words.withdrawAsk} weight="secondary" tone="danger">
        {words.withdrawText}
      </ConfirmButton>
    </form>
  );
}

/** The owner takes up a withdrawn need again, as a draft. */
export function ReopenForm({ id, deadline }: { id: string; deadline: string }) {
  const words = useTexts(behovsmeldingTexts).behovsmelding;
  const [state, send] = useActionState<FormState, FormData>(reopen, null);
  return (
    <form action={send} className="mb-8 max-w-[48rem] rounded-md bg-mist px-6 py-5">
      <FormNotices state={state} />
      <p className="mb-4">{words.reopenText(deadline)}</p>
      <input type="hidden" name="id" value={id} />
      <SubmitButton>{words.reopen}</SubmitButton>
    </form>
  );
}

/** The owner asks for an exception from the egenandel. */
export function AskDispensationForm({ id }: { id: string }) {
  const words = useTexts(tildelingTexts).dispensation;
  const { send, notices, field } = useOneField(sendDispensation, 'reason', words.reason);
  return (
    <form action={send} noValidate>
      {notices}
      <input type="hidden" name="id" value={id} />
      <TextArea {...field} max={2000} />
      <SubmitButton>{words.ask}</SubmitButton>
    </form>
  );
}

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
