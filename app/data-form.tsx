'use client';

import { useActionState, type ReactNode } from 'react';
import { CheckBox, ChoiceGroup } from '#components/choice-group';
import { ConfirmButton } from '#components/confirm-button';
import { DateField, SelectField, TextArea, TextField, type Option } from '#components/field';
import { useTexts } from '#components/locale';
import { MoneyInput } from '#components/money-input';
import { SubmitButton } from '#components/submit-button';
import { explainField } from '#lib/texts/explain';
import { errorTexts } from '#lib/texts/browser/errors';
import type { FormState } from './answer';
import { FormAnswer } from '#components/form-answer';

/** One field, as data: what it asks, and what stands there to begin with. */
export interface FieldSpec {
  kind: 'text' | 'email' | 'number' | 'date' | 'select' | 'radio' | 'area' | 'money' | 'checks' | 'tick';
  name: string;
  label: string;
  note?: string;
  description?: ReactNode;
  options?: readonly Option[];
  /** The words of the empty choice of a select. */
  empty?: string;
  value?: string;
  /** What is ticked to begin with, of several. */
  values?: readonly string[];
  size?: number;
}

type Props = {
  /** Begins the ids of the fields, so that a page may hold several forms. */
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden?: Readonly<Record<string, string>>;
  fields: readonly FieldSpec[];
  submit: string;
  /** What is asked before it is sent, when it can not be undone. */
  ask?: { title: string; body: string };
  weight?: 'primary' | 'secondary';
  /** Folded to this line until it is wanted, or has an answer to show. `label` says more of it to who does not see where it stands. */
  fold?: { title: string; label?: string };
};

/** A plain form of a few fields over one action: it says what is wrong at each field, and keeps what was typed. */
export function DataForm({ id, action, hidden = {}, fields, submit, ask, weight = 'primary', fold }: Props) {
  const t = useTexts(errorTexts);
  const [state, act] = useActionState(action, null);
  const idOf = (name: string): string => `${id}-${name}`;
  const named = new Map(fields.map((field) => [field.name, field]));
  const error = (name: string): { error?: string } => {
    const code = state?.kind === 'invalid' ? state.errors[name] : undefined;
    return code === undefined ? {} : { error: explainField(code, t) };
  };
  // React empties a form after its action; a choice would be lost with it.
  const form = (
    <form action={act} noValidate onReset={(event) => event.preventDefault()}>
      <FormAnswer
        state={state}
        fieldOf={(path) => ({
          id: idOf(named.has(path) ? path : (fields[0]?.name ?? '')),
          label: named.get(path)?.label ?? submit,
        })}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <One
          key={field.name}
          field={field}
          id={idOf(field.name)}
          typed={
            state === null
              ? (field.values ?? (field.value === undefined ? [] : [field.value]))
              : (state.typed[field.name] ?? [])
          }
          {...error(field.name)}
        />
      ))}
      {ask === undefined ? (
        <SubmitButton weight={weight}>{submit}</SubmitButton>
      ) : (
        <ConfirmButton label={submit} title={ask.title} weight={weight}>
          {ask.body}
        </ConfirmButton>
      )}
    </form>
  );
  return fold === undefined ? (
    form
  ) : (
    <details className="fold" open={state !== null || undefined}>
      <summary aria-label={fold.label}>{fold.title}</summary>
      <div className="pt-3">{form}</div>
    </details>
  );
}

function One({
  field,
  id,
  typed: all,
  error,
}: {
  field: FieldSpec;
  id: string;
  typed: readonly string[];
  error?: string;
}) {
  const [typed] = all;
  const { kind, options = [], empty, size, ...words } = field;
  const shared = {
    name: words.name,
    label: words.label,
    note: words.note,
    description: words.description,
    id,
    error,
    defaultValue: typed,
  };
  switch (kind) {
    case 'select':
      return <SelectField {...shared} options={options} {...(empty !== undefined && { empty })} />;
    case 'radio':
      return (
        <ChoiceGroup
          kind="radio"
          name={words.name}
          label={words.label}
          note={words.note}
          description={words.description}
          id={id}
          error={error}
          options={options}
          chosen={typed === undefined ? [] : [typed]}
        />
      );
    case 'checks':
      return (
        <ChoiceGroup
          kind="checkbox"
          name={words.name}
          label={words.label}
          note={words.note}
          description={words.description}
          id={id}
          error={error}
          options={options}
          chosen={all}
        />
      );
    case 'tick':
      return (
        <CheckBox
          name={words.name}
          label={words.label}
          id={id}
          checked={all.length > 0}
          {...(error !== undefined && { error })}
        />
      );
    case 'date':
      return <DateField {...shared} />;
    case 'area':
      return <TextArea {...shared} rows={2} max={1000} />;
    case 'money':
      return <MoneyInput {...shared} defaultValue={typed ?? null} />;
    case 'text':
    case 'email':
    case 'number':
      return <TextField {...shared} kind={kind} {...(size !== undefined && { size })} />;
  }
}
