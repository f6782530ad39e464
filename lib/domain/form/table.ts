import { parseDay, type Day } from '#lib/domain/day';
import { parseKroner } from '#lib/domain/money/kroner';
import type { FieldError } from './field-errors';
import { TEXT_LANGUAGES } from '#lib/domain/states';
import { tidy, type Typing } from './merge';

/**
 * How a field is typed, and within which bounds. A length is in characters; `otherwise` is what an empty field says,
 * and a choice that `must` be made is wrong when it is.
 */
export type Kind =
  | { readonly kind: 'text' | 'long'; readonly max: number }
  | { readonly kind: 'email' | 'kroner' | 'day' | 'id' | 'ids' }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number; readonly otherwise?: number }
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly otherwise: string | null; readonly must?: true }
  | { readonly kind: 'list'; readonly of: readonly string[] }
  | { readonly kind: 'tick'; readonly yes: string };
type Beside<When> =
  | { readonly kind: 'beside'; readonly of: Kind }
  | { readonly kind: 'rows'; readonly of: Readonly<Record<string, Kind & { readonly required?: When }>> };

/**
 * A line of a form's table: how it is typed, in which part of the form, when it must be given, and with what of last year's it
 * comes. What is kept `beside` the record, or in `rows` of its own, says how each entry of it is typed.
 */
export type FieldLine<Part, When> = (Kind | Beside<When>) & {
  readonly part: Part;
  readonly required?: When;
  readonly begin?: string | readonly string[];
};
/** One form, in the order of its page. */
export type FormTable<Part, When> = Readonly<Record<string, FieldLine<Part, When>>>;

/** What a field of a kind says. Amounts are whole kroner; null is not given, never 0. */
export type ValueOf<K> = K extends { kind: 'text' | 'long' | 'email' }
  ? string
  : K extends { kind: 'whole'; otherwise: number }
    ? number
    : K extends { kind: 'kroner' | 'whole' }
      ? number | null
      : K extends { kind: 'day' }
        ? Day | null
        : K extends { kind: 'tick' }
          ? boolean
          : K extends { kind: 'choice'; of: readonly (infer C)[]; otherwise: infer O }
            ? C | O
            : K extends { kind: 'list'; of: readonly (infer C)[] }
              ? C[]
              : K extends { kind: 'id' }
                ? string | null
                : K extends { kind: 'ids' }
                  ? string[]
                  : never;
/** The fields of a table that are columns of the record itself. */
export type ColumnsOf<T> = {
  [N in keyof T]: T[N] extends { kind: 'rows' | 'beside' } ? never : N;
}[keyof T];
/** What the columns of a form say. */
export type ValuesOf<T> = { [N in ColumnsOf<T>]: ValueOf<T[N]> };
/** The fields of a table that are of these kinds. */
export type NamesOf<T, K> = { [N in keyof T]: T[N] extends { kind: K } ? N : never }[keyof T];

type Value = string | number | boolean | null | readonly string[];
/** What is typed says, as far as it can be read, and what is wrong with it; null when it is as it should be. */
export interface Parsed<V> {
  readonly value: V;
  readonly error: FieldError | null;
}
const says = <V>(value: V, error: FieldError | null = null): Parsed<V> => ({ value, error });

/**
 * Control characters other than tab and line breaks, and halves of characters: PostgreSQL refuses NUL and the halves,
 * and nobody means the others.
 */
const BAD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]/u;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** What an id of our records looks like. */
export const ID = /^[A-Za-z0-9-]{1,64}$/;
const MOST_IDS = 200;
const EMAIL_LENGTH = 200;

const parseText = (text: string, max: number): Parsed<string> =>
  says(text, text.length > max ? 'too-long' : BAD.test(text) ? 'bad-character' : null);

function parseWhole(text: string, { min, max, otherwise }: Extract<Kind, { kind: 'whole' }>): Parsed<number | null> {
  if (text === '') return otherwise === undefined ? says(null) : says(otherwise, 'required');
  if (!/^\d{1,10}$/.test(text)) return says(otherwise ?? null, 'not-a-number');
  const value = Number(text);
  return value >= min && value <= max ? says(value) : says(otherwise ?? null, 'out-of-range');
}

function parseTypedDay(text: string): Parsed<Day | null> {
  if (text === '') return says(null);
  const day = parseDay(text);
  return day !== null && day >= '1990' && day < '2101' ? says(day) : says(null, 'not-a-date');
}

function parseAmount(text: string): Parsed<number | null> {
  const read = parseKroner(text);
  return read.ok ? says(read.value) : says(null, read.error === 'empty' ? null : read.error);
}

function parseOne(field: Kind, text: string): Parsed<Value> {
  switch (field.kind) {
    case 'text':
    case 'long':
      return parseText(text, field.max);
    case 'email': {
      const read = parseText(text, EMAIL_LENGTH);
      return read.error === null && text !== '' && !EMAIL.test(text) ? says(text, 'not-an-email') : read;
    }
    case 'kroner':
      return parseAmount(text);
    case 'whole':
      return parseWhole(text, field);
    case 'day':
      return parseTypedDay(text);
    case 'choice':
      if (field.of.includes(text)) return says(text);
      return says(field.otherwise, text === '' && field.must !== true ? null : 'not-in-list');
    case 'id':
      return says(text === '' ? null : text, text === '' || ID.test(text) ? null : 'malformed');
    case 'tick':
      return says(text === field.yes, ['', 'nei', field.yes].includes(text) ? null : 'malformed');
    case 'list':
      return says(
        field.of.filter((one) => one === text),
        field.of.includes(text) ? null : 'not-in-list',
      );
    case 'ids':
      return says([text], ID.test(text) ? null : 'malformed');
  }
}

function parseAny(field: Kind, typed: readonly string[]): Parsed<Value> {
  if (field.kind === 'list' || field.kind === 'ids') {
    const all = typed.map((text) => parseOne(field, text));
    const values = field.kind === 'list' ? field.of.filter((one) => typed.includes(one)) : typed;
    const isMany = typed.length > (field.kind === 'list' ? field.of.length : MOST_IDS);
    return says(values, all.find(({ error }) => error !== null)?.error ?? (isMany ? 'too-long' : null));
  }
  // A box sends its «nei» in front of its tick.
  const ticked = field.kind === 'tick' ? typed.find((text) => text === field.yes) : undefined;
  const read = parseOne(field, ticked ?? (typed[0] ?? '').replaceAll('\r\n', '\n').trim());
  return typed.length > 1 && field.kind !== 'tick' ? says(read.value, 'malformed') : read;
}

/** The one grammar of what is typed in a field: what it says, and what is wrong with it. */
export const parse = <K extends Kind>(field: K, typed: readonly string[]): Parsed<ValueOf<K>> =>
  // The compiler does not follow a kind from the field to its value; ValueOf and parseOne are read side by side.
  parseAny(field, typed) as Parsed<ValueOf<K>>;

/** A value as it is typed. */
export const print = (field: Kind, value: Value): readonly string[] => {
  if (typeof value === 'boolean') return value && field.kind === 'tick' ? [field.yes] : [];
  if (value === null || typeof value === 'string') return [value ?? ''];
  return typeof value === 'number' ? [String(value)] : value;
};

/** What is typed as it is kept: a number however it was written, and a tick, as they are printed; all else only tidied. */
export function kept(field: Kind | null, typed: readonly string[]): readonly string[] {
  if (field === null || !['kroner', 'whole', 'tick'].includes(field.kind)) return tidy(typed);
  const { value, error } = parseAny(field, typed);
  return tidy(error === null ? print(field, value) : typed);
}

/** How a field of this name in a form is typed; null when the form has no such field. */
export type KindOf = (name: string) => Kind | null;

/** Fields as they are kept. */
export const keptFields = (kindOf: KindOf, typing: Typing): Typing =>
  Object.fromEntries(Object.entries(typing).map(([name, values]) => [name, kept(kindOf(name), values)]));

/** Of what somebody typed, the fields that are as they should be, and what is wrong with the others. */
export function soundIn(kindOf: KindOf, typed: Typing): { sound: Typing; wrong: Readonly<Record<string, FieldError>> } {
  const errors = Object.entries(typed).flatMap(([name, values]): [string, FieldError][] => {
    const kind = kindOf(name);
    const error = kind === null ? 'malformed' : parseAny(kind, values).error;
    return error === null ? [] : [[name, error]];
  });
  const wrong = Object.fromEntries(errors);
  return {
    sound: Object.fromEntries(Object.entries(typed).filter(([name]) => !Object.hasOwn(wrong, name))),
    wrong,
  };
}

/** The names of a table, in its order. */
export const namesOf = <T extends object>(table: T): readonly (keyof T & string)[] =>
  // A table has the keys it is written with and no others.
  Object.keys(table) as (keyof T & string)[];

/** What the columns of a form say, as far as it can be read. */
export const valuesIn = <T extends FormTable<unknown, unknown>>(table: T, typing: Typing): ValuesOf<T> =>
  // Each column is read by its own line of the table, which its type is made from.
  Object.fromEntries(
    Object.entries(table).flatMap(([name, line]) =>
      line.kind === 'rows' || line.kind === 'beside' ? [] : [[name, parseAny(line, typing[name] ?? []).value]],
    ),
  ) as ValuesOf<T>;

/** The columns of a record as its form begins. */
export const typingOf = <T extends FormTable<unknown, unknown>>(
  table: T,
  record: { readonly [N in ColumnsOf<T>]: Value },
): Typing => {
  const values: Readonly<Record<string, Value | undefined>> = record;
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, line]) =>
      line.kind === 'rows' || line.kind === 'beside' ? [] : [[name, print(line, values[name] ?? null)]],
    ),
  );
};

/** A field that is not filled in: no text, nothing chosen, no tick. 0 is filled in. */
export const isUnsaid = (value: unknown): boolean =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0);

/** The language a long text is marked with. */
export const LANGUAGE = { kind: 'choice', of: TEXT_LANGUAGES, otherwise: null } as const satisfies Kind;
/** The name of the field that says which language a long text is in. */
export const languageName = (text: string): string => `lang.${text}`;
/** The text that such a field is about; null for the name of any other field. */
export const textOfLanguage = (name: string): string | null =>
  name.startsWith('lang.') ? name.slice('lang.'.length) : null;
