'use client';

import { TextArea, TextField } from '#components/field';
import { SubmitButton } from '#components/submit-button';
import { confirm, decline } from './actions';
import { useForm } from './use-form';

/** A UH answers: it knows the need, and whom to talk to there; or no, and why. */
export function AnswerForms({ id, name, declined }: { id: string; name: string; declined: boolean }) {
  const { t, send, notices, field } = useForm(confirm, ['contact', 'contactRole', 'contactEmail', 'contactPhone']);
  const words = t.partners;
  return (
    <section aria-labelledby="svar" className="mb-8 max-w-[48rem] rounded-md bg-mist px-6 py-5">
      <h2 id="svar" className="mb-2 text-xl font-semibold">
        {words.answerTitle}
      </h2>
      <form action={send} noValidate onReset={(event) => event.preventDefault()}>
        {notices}
        <p className="mb-4">{declined ? words.confirmAgain : words.confirmText}</p>
        <input type="hidden" name="id" value={id} />
        <div className="grid gap-x-8 sm:grid-cols-2">
          <TextField {...field('contact', name)} input={{ autoComplete: 'name' }} />
          <TextField
            {...field('contactRole')}
            note={t.common.form.optional}
            input={{ autoComplete: 'organization-title' }}
          />
          <TextField
            {...field('contactEmail')}
            note={t.common.form.optional}
            input={{ autoComplete: 'email', inputMode: 'email' }}
          />
          <TextField
            {...field('contactPhone')}
            note={t.common.form.optional}
            kind="tel"
            input={{ autoComplete: 'tel' }}
          />
        </div>
        <SubmitButton>{words.confirm}</SubmitButton>
      </form>
      {!declined && <DeclineForm id={id} />}
    </section>
  );
}

/** A UH says no, with its reason. Folded away until it is wanted. */
export function DeclineForm({ id }: { id: string }) {
  const { t, state, send, notices, field } = useForm(decline, ['reason']);
  const words = t.partners;
  return (
    <details className="fold mt-4" open={state !== null}>
      <summary>{words.declineTitle}</summary>
      <form action={send} noValidate onReset={(event) => event.preventDefault()} className="mt-3">
        {notices}
        <input type="hidden" name="id" value={id} />
        <TextArea {...field('reason')} description={words.declineHelp} max={1000} rows={2} />
        <SubmitButton weight="secondary" tone="danger">
          {words.decline}
        </SubmitButton>
      </form>
    </details>
  );
}
