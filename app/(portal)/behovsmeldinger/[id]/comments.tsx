'use client';

import { useActionState } from 'react';
import { SelectField, TextArea } from '#components/field';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { PartComments, type Said } from '#components/behovsmelding/talk';
import { SubmitButton } from '#components/submit-button';
import { SECTIONS, type Section } from '#lib/domain/behovsmelding/form';
import { explainField } from '#lib/texts/explain';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { errorTexts } from '#lib/texts/browser/errors';
import type { FormState } from '../../../answer';
import { comment, resolve } from '../actions';

type Props = { needId: string; section: Section; said: readonly Said[]; open: boolean; mayWrite: boolean };

/** What the owner's side says about the fields of one part, with a box to say more. Plain forms: they work without script. */
export function SectionComments({ needId, section, said, open, mayWrite }: Props) {
  const fields: readonly string[] = SECTIONS[section];
  const here = said.filter(({ field }) => fields.includes(field));
  if (here.length === 0 && !mayWrite) return null;
  return (
    <PartComments
      section={section}
      said={here}
      open={open}
      act={(one) => mayWrite && <ResolveForm key={String(one.resolved)} needId={needId} one={one} />}
    >
      {mayWrite && <WriteForm key={here.length} needId={needId} section={section} />}
    </PartComments>
  );
}

function WriteForm({ needId, section }: { needId: string; section: Section }) {
  const t = useTexts(behovsmeldingTexts, errorTexts);
  const words = t.comments;
  const [state, send] = useActionState<FormState, FormData>(comment, null);
  const wrong = state?.kind === 'invalid' ? state.errors : {};
  const errorOf = (name: string) => (wrong[name] === undefined ? undefined : explainField(wrong[name], t));
  const [text, field] = [`kommentar-${section}`, `gjelder-${section}`];
  const errors = Object.keys(wrong).map((name) => ({
    fieldId: name === 'field' ? field : text,
    text: `${name === 'field' ? words.about : words.text}: ${errorOf(name) ?? ''}`,
  }));
  return (
    <form
      action={send}
      noValidate
      className="min-w-0"
      onReset={(event) => {
        event.preventDefault();
      }}
    >
      <FormNotices state={state} errors={errors} />
      <input type="hidden" name="id" value={needId} />
      {SECTIONS[section].length === 1 ? (
        <input type="hidden" name="field" value={SECTIONS[section][0]} />
      ) : (
        <SelectField
          id={field}
          name="field"
          label={words.about}
          error={errorOf('field')}
          defaultValue={state?.typed['field']?.[0] ?? SECTIONS[section][0]}
          options={SECTIONS[section].map((value) => ({ value, label: t.behovsmelding.fields[value] }))}
        />
      )}
      <TextArea
        id={text}
        name="text"
        label={words.text}
        description={words.help}
        rows={2}
        max={2000}
        error={errorOf('text')}
        defaultValue={state?.typed['text']?.[0]}
      />
      <SubmitButton weight="secondary">{words.write}</SubmitButton>
    </form>
  );
}

function ResolveForm({ needId, one }: { needId: string; one: Said }) {
  const words = useTexts(behovsmeldingTexts).comments;
  const [state, send] = useActionState<FormState, FormData>(resolve, null);
  const done = one.resolved !== null;
  return (
    <form action={send} className="mt-1">
      <FormNotices state={state} />
      <input type="hidden" name="id" value={needId} />
      <input type="hidden" name="commentId" value={one.id} />
      <button
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        type="submit"
        name="resolved"
        value={done ? 'no' : 'yes'}
        aria-label={done ? words.reopenAbout(one.authorName) : words.resolveAbout(one.authorName)}
      >
        {done ? words.reopen : words.resolve}
      </button>
    </form>
  );
}
