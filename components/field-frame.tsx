import type { ReactNode } from 'react';
import { Help } from './notice';
import { AtField } from '#components/saving/at-field';

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
