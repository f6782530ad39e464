import type { ComponentProps, ReactNode } from 'react';
import { Counter } from '#components/counter';
import { FieldFrame, describedBy, type FieldWords } from '#components/field-frame';

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
