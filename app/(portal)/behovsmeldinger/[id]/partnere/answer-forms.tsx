'use client';

import { errorAt, type Errors } from '#components/behovsmelding/words';
import { TextArea, TextField } from '#components/field';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import type { Texts } from '#lib/texts/texts';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { togetherTexts } from '#lib/texts/browser/together';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { useActionState } from 'react';
import type { FormState } from '../../../../answer';
import { confirm, confirmOwner, declineAsUh, object } from '../../actions';

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
  const { t, state, send, notices, field } = useForm(declineAsUh, ['reason']);
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

/** An owner's leader stands behind what was sent for it, or asks for it to be put right. */
export function OwnerForm({ id, names, mayWithdraw }: { id: string; names: string; mayWithdraw: boolean }) {
  const confirmed = useForm(confirmOwner, []);
  const objected = useForm(object, ['objection']);
  const { partners: words } = confirmed.t;
  return (
    <section aria-labelledby="eier" className="mb-8 max-w-[48rem] rounded-md bg-mist px-6 py-5">
      <h2 id="eier" className="mb-2 text-xl font-semibold">
        {words.confirmOwnerTitle(names)}
      </h2>
      <form action={confirmed.send}>
        {confirmed.notices}
        <p className="mb-4">{words.confirmOwnerText}</p>
        <input type="hidden" name="id" value={id} />
        <SubmitButton>{words.confirmOwner}</SubmitButton>
      </form>
      <details className="fold mt-4" open={objected.state !== null}>
        <summary>{words.objectTitle}</summary>
        <form action={objected.send} noValidate onReset={(event) => event.preventDefault()} className="mt-3">
          {objected.notices}
          <input type="hidden" name="id" value={id} />
          <TextArea
            {...objected.field('objection')}
            description={mayWithdraw ? `${words.objectText} ${words.objectWithdraw}` : words.objectText}
            max={2000}
            rows={3}
          />
          <SubmitButton weight="secondary">{words.object}</SubmitButton>
        </form>
      </details>
    </section>
  );
}

type Name = keyof Texts['partners']['fields'];
type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** A form of a few fields: what to send it to, what it says on top, and each field with what was typed and what is wrong with it. */
export function useForm(action: Action, names: readonly Name[], suffix = '') {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts, togetherTexts);
  const [state, send] = useActionState<FormState, FormData>(action, null);
  const errors: Errors = state?.kind === 'invalid' ? state.errors : {};
  const idOf = (name: string) => `${name}${suffix}`;
  const named = names.map((name) => ({ name, fieldId: idOf(name), label: t.partners.fields[name] }));
  const messages = named.flatMap(({ name, fieldId, label }) => {
    const error = errorAt(errors, name, t);
    return error === undefined ? [] : [{ fieldId, text: `${label}: ${error}` }];
  });
  const field = (name: Name, first = '') => ({
    name,
    id: idOf(name),
    label: t.partners.fields[name],
    error: errorAt(errors, name, t),
    defaultValue: state?.typed[name]?.[0] ?? first,
  });
  return { t, state, send, errors, field, notices: <FormNotices state={state} errors={messages} /> };
}
