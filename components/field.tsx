import type { ComponentProps, ReactNode } from 'react';
import { Help } from './notice';
import { AtField } from '#components/saving/at-field';
import { Counter } from '#components/counter';

/** The words around a field. All are given by the page: a field has none of its own. */
export type FieldWords = {
  label: string;
  /** A quiet word after the label, such as «valgfritt». */
  note?: string | undefined;
  description?: ReactNode;
  help?: { title: string; text: ReactNode } | undefined;
  error?: string | undefined;
  /** The label is read aloud but not seen, as in a cell of a table. */
  bare?: boolean | undefined;
};

/** What a control is described by: its description and its error, when they are there. */
export function describedBy(id: string, words: Pick<FieldWords, 'description' | 'error'>): string | undefined {
  const ids = [words.description !== undefined && `${id}-om`, words.error !== undefined && `${id}-feil`];
  return ids.filter((part) => part !== false).join(' ') || undefined;
}

/** What is wrong with a field, right under its label and before the box. */
export function FieldErrorText({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p id={`${id}-feil`} className="ds-validation-message text-sm font-medium">
      {error}
    </p>
  );
}

type Props = FieldWords & { id: string; children: ReactNode };

/** Label, description, error and help around one control. */
export function FieldFrame({ id, label, note, description, help, error, bare = false, children }: Props) {
  return (
    <div className={bare ? '' : 'mb-6 max-w-[42rem]'}>
      <label htmlFor={id} className={bare ? 'ds-sr-only' : 'block font-medium'}>
        {label}
        {note !== undefined && <span className="ml-2 text-sm font-normal text-quiet">{note}</span>}
      </label>
      {description !== undefined && (
        <div id={`${id}-om`} className={bare ? 'ds-sr-only' : 'text-sm text-quiet'}>
          {description}
        </div>
      )}
      {help !== undefined && <Help title={help.title}>{help.text}</Help>}
      <FieldErrorText id={id} error={error} />
      <AtField id={id} />
      <div className={bare ? '' : 'mt-1.5'}>{children}</div>
    </div>
  );
}

type Common = FieldWords & { name: string; id?: string };

type TextProps = Common & {
  kind?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'number' | 'search' | 'password';
  defaultValue?: string | undefined;
  /** Characters the box is wide; a short answer gets a short box. */
  size?: number;
  input?: Omit<ComponentProps<'input'>, 'name' | 'id' | 'size' | 'type'>;
};

/** One line of text, a date or the like, with all its words. Plain HTML: it is sent without script. */
export function TextField({ kind = 'text', name, id = name, defaultValue, size, input, ...words }: TextProps) {
  return (
    <FieldFrame id={id} {...words}>
      <input
        className="ds-input"
        id={id}
        name={name}
        type={kind}
        {...(size !== undefined && { size })}
        {...(defaultValue !== undefined && { defaultValue })}
        aria-describedby={describedBy(id, words)}
        aria-invalid={words.error !== undefined || undefined}
        {...input}
      />
    </FieldFrame>
  );
}

/** A day, typed or picked; sent as YYYY-MM-DD. */
export function DateField(props: Omit<TextProps, 'kind' | 'size'>) {
  return <TextField {...props} kind="date" size={12} />;
}

type AreaProps = Common & {
  defaultValue?: string | undefined;
  rows?: number;
  /** The most characters it may have, shown by a counter; more is not cut, but told. */
  max?: number;
  /** Where another form may cut the text, with the words that say so. */
  mark?: { at: number; text: string };
  area?: Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'rows'>;
};

/** A text of several lines that grows as one writes, with a counter. */
export function TextArea({ name, id = name, defaultValue = '', rows = 4, max, mark, area, ...words }: AreaProps) {
  return (
    <FieldFrame id={id} {...words}>
      <textarea
        className="ds-input field-sizing-content max-h-[28rem]"
        id={id}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        aria-describedby={describedBy(id, words)}
        aria-invalid={words.error !== undefined || undefined}
        {...area}
      />
      {max !== undefined && <Counter fieldId={id} start={defaultValue.length} max={max} {...(mark && { mark })} />}
    </FieldFrame>
  );
}

export type Option = { value: string; label: string; description?: ReactNode; disabled?: boolean };

type SelectProps = Common & {
  options: readonly Option[];
  defaultValue?: string | undefined;
  /** The words of the empty choice; without it the first option is chosen. */
  empty?: string;
  select?: Omit<ComponentProps<'select'>, 'name' | 'id'>;
};

/** A choice of one from a list that is too long for radio buttons. */
export function SelectField({ name, id = name, options, defaultValue = '', empty, select, ...words }: SelectProps) {
  return (
    <FieldFrame id={id} {...words}>
      <select
        className="ds-input max-w-full"
        data-width="auto"
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy(id, words)}
        aria-invalid={words.error !== undefined || undefined}
        {...select}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
