'use client';

import { useActionState } from 'react';
import { DateField, TextArea } from '#components/field';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { COMMENTED } from '#lib/domain/behovsmelding/form';
import { explainField } from '#lib/texts/explain';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { togetherTexts } from '#lib/texts/browser/together';
import { errorTexts } from '#lib/texts/browser/errors';
import type { FormState } from '../../../answer';
import { note, returnToOwner } from '../actions';

type Action = (state: FormState, form: FormData) => Promise<FormState>;

function useForm(action: Action, labels: Readonly<Record<string, string>>) {
  const t = useTexts(errorTexts);
  const [state, send] = useActionState<FormState, FormData>(action, null);
  const errors = state?.kind === 'invalid' ? state.errors : {};
  const errorOf = (name: string) => (errors[name] === undefined ? undefined : explainField(errors[name], t));
  const idOf = (name: string) => `sf-${name}`;
  const summary = Object.keys(errors).map((name) => ({
    fieldId: idOf(name),
    text: `${labels[name] ?? name}: ${errorOf(name) ?? ''}`,
  }));
  const field = (name: string) => ({
    name,
    id: idOf(name),
    label: labels[name] ?? name,
    error: errorOf(name),
    defaultValue: state?.typed[name]?.[0],
  });
  return { t, send, field, notices: <FormNotices state={state} errors={summary} />, typed: state?.typed ?? {} };
}

/** The caseworker gives the need back: what must be put right in all and field by field, and until when. */
export function ReturnForm({ id }: { id: string }) {
  const t = useTexts(behovsmeldingTexts, togetherTexts);
  const words = t.behovsmelding;
  const { giveBack } = t.beside;
  const names: Readonly<Record<string, string>> = words.fields;
  const about = Object.fromEntries(COMMENTED.map((name) => [`fields.${name}`, giveBack.about(names[name] ?? name)]));
  const { send, field, notices, typed } = useForm(returnToOwner, {
    comment: words.returnComment,
    until: giveBack.until,
    ...about,
  });
  const written = Object.entries(typed).some(([name, [text]]) => name.startsWith('fields.') && text !== '');
  return (
    <form action={send} noValidate onReset={(event) => event.preventDefault()}>
      {notices}
      <input type="hidden" name="id" value={id} />
      <TextArea {...field('comment')} max={2000} />
      <details className="fold mb-6" open={written}>
        <summary>{giveBack.fields}</summary>
        <div className="mt-3 pl-5">
          {COMMENTED.map((name) => (
            <TextArea key={name} {...field(`fields.${name}`)} label={names[name] ?? name} rows={1} />
          ))}
        </div>
      </details>
      <DateField {...field('until')} description={giveBack.untilHelp} />
      <SubmitButton weight="secondary">{words.return}</SubmitButton>
    </form>
  );
}

/** A note that stays with Statsforvalteren. */
export function NoteForm({ id }: { id: string }) {
  const words = useTexts(togetherTexts).beside.notes;
  const { send, field, notices } = useForm(note, { text: words.text });
  return (
    <form action={send} noValidate onReset={(event) => event.preventDefault()}>
      {notices}
      <input type="hidden" name="id" value={id} />
      <TextArea {...field('text')} rows={2} max={2000} />
      <SubmitButton weight="secondary">{words.save}</SubmitButton>
    </form>
  );
}
