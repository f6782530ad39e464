import type { FieldError } from '#lib/domain/form/field-errors';
import type { Refusal } from './refusal';

/** Field path → what is wrong with it, as a code. */
export type FieldErrors = Readonly<Record<string, FieldError>>;

/** What came of a command; one shape from the rule to the screen. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'invalid'; errors: FieldErrors }
  | { kind: 'refused'; refusals: readonly Refusal[] }
  | { kind: 'forbidden' }
  | { kind: 'missing' }
  | { kind: 'conflict' };

/** What a decision may answer: a value, or why not. */
export type Decision<T> = Extract<Outcome<T>, { kind: 'done' | 'invalid' | 'refused' | 'conflict' }>;

/** A command that is decided, with what it came to. */
export const done = <T>(value: T): { kind: 'done'; value: T } => ({ kind: 'done', value });

/** A no by rule, with each rule that says it. */
export const refused = (...refusals: Refusal[]): { kind: 'refused'; refusals: readonly Refusal[] } => ({
  kind: 'refused',
  refusals,
});

/** A no to what was typed, with the field of each fault. */
export const invalid = (errors: FieldErrors): { kind: 'invalid'; errors: FieldErrors } => ({ kind: 'invalid', errors });
export const conflict: { kind: 'conflict' } = { kind: 'conflict' };
