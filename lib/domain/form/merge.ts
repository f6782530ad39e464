import type { FieldErrors } from '#lib/domain/outcome';

/** A form's fields as they are typed, each with all its values. */
export type Typing = Readonly<Record<string, readonly string[]>>;

/** What somebody changed in a form: for each field changed, what it began from and what it is now. */
export interface Changes {
  readonly began: Typing;
  readonly typed: Typing;
}

/** The record with the changes in it; `clashes` is what stands at each field that both have changed. */
export interface Merged {
  readonly typing: Typing;
  readonly taken: readonly string[];
  readonly clashes: Typing;
}

/**
 * What a save of a form comes to: what the record says at each field that was sent, what of it is wrong, and what
 * another has written where both have changed.
 */
export interface SavedFields {
  readonly stored: Typing;
  readonly wrong: FieldErrors;
  readonly clashes: Typing;
}
/** The same, with how new the record was, and how new it is now. */
export interface FormSaved extends SavedFields {
  readonly was: number;
  readonly version: number;
}

/** The row a field is part of, such as a line of a table; null when it stands alone. */
export type RowOf = (field: string) => string | null;
const alone: RowOf = () => null;

/** Values as they are kept: line ends as one character, nothing around them, several in one order, none for nothing. */
export function tidy(values: readonly string[] = []): readonly string[] {
  const all = values.map((value) => value.replaceAll('\r\n', '\n').trim()).filter((value) => value !== '');
  return all.length > 1 ? [...new Set(all)].sort() : all;
}

/** What a form says at a field; nothing where it has none, whatever the field is called. */
const at = (typing: Typing, field: string): readonly string[] =>
  Object.hasOwn(typing, field) ? (typing[field] ?? []) : [];
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);
/** Whether a field says the same in both. */
export const sameIn = (a: Typing, b: Typing, field: string): boolean => same(tidy(at(a, field)), tidy(at(b, field)));
const isEmpty = (typing: Typing, field: string): boolean => tidy(at(typing, field)).length === 0;

/** The fields that are not as they began. */
export function changesOf(began: Typing, typed: Typing): Changes {
  const fields = [...new Set([...Object.keys(began), ...Object.keys(typed)])].filter(
    (field) => !sameIn(began, typed, field),
  );
  const part = (of: Typing): Typing => Object.fromEntries(fields.map((field) => [field, tidy(at(of, field))]));
  return { began: part(began), typed: part(typed) };
}

/**
 * What a form sent whole has changed; `whole` is how its record keeps it. What is not on the page was not changed; of lists,
 * nothing sent is nothing chosen.
 */
export function changedInForm(
  began: Typing,
  form: Typing,
  whole: (typing: Typing) => Typing,
  lists: readonly string[] = [],
): Changes {
  const chosen = new Set(lists);
  return changesOf(
    only(
      began,
      Object.keys(began).filter((field) => Object.hasOwn(form, field) || chosen.has(field)),
    ),
    whole(form),
  );
}

/** Only these fields of a form. */
export const only = (typing: Typing, fields: readonly string[]): Typing =>
  Object.fromEntries(fields.map((field) => [field, at(typing, field)]));

/**
 * Puts somebody's changes into the record as it stands now. What others changed elsewhere stays; a field that both changed
 * is not taken, but told with what stands there. A row is only taken away whole: if another wrote in it, it stays.
 */
export function merge(stored: Typing, { began, typed }: Changes, rowOf: RowOf = alone): Merged {
  const fields = Object.keys(typed).filter((field) => !sameIn(began, typed, field));
  const isOthers = (field: string) => !sameIn(stored, began, field) && !sameIn(stored, typed, field);
  const clashes = new Set(fields.filter(isOthers));
  const written = new Set(fields.filter((field) => !isEmpty(typed, field)).map(rowOf));
  const kept = new Set([...clashes].map(rowOf).filter((row) => row !== null && !written.has(row)));
  const taken = fields.filter(
    (field) => !clashes.has(field) && !sameIn(stored, typed, field) && !kept.has(rowOf(field)),
  );
  return { typing: { ...stored, ...only(typed, taken) }, taken, clashes: only(stored, [...clashes]) };
}
