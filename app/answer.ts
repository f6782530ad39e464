import { redirect } from 'next/navigation';
import type { FieldErrors, Outcome } from '#lib/domain/outcome';
import type { Refusal } from '#lib/domain/refusal';
import { currentContext } from '#lib/auth/context';
import type { Command } from '#lib/commands/command';
import { explainRefusal, type RefusalInWords } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { formGiven } from './input';
import { requestLocale } from './locale';

/** What was typed, given back to the form so that nothing is lost. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What a form shows after a no. */
export type FormState =
  | {
      kind: 'invalid';
      errors: FieldErrors;
      typed: Typed;
      /** What another has written, at each field that both have changed. */ clashes?: Typed;
    }
  | { kind: 'refused'; refusals: readonly RefusalInWords[]; typed: Typed }
  | { kind: 'not-now'; typed: Typed }
  | { kind: 'conflict'; typed: Typed }
  | null;

/** The text fields of a form, each with all its values. */
export function typedIn(form: FormData): Typed {
  const typed = new Map<string, string[]>();
  for (const [name, value] of formGiven(form)) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue;
    const values = typed.get(name);
    if (values === undefined) typed.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(typed);
}

/** Each rule that says no, with its sentence in the reader's language: the browser has no words for rules that it never meets. */
export async function inWords(refusals: readonly Refusal[]): Promise<RefusalInWords[]> {
  const t = textsFor(await requestLocale());
  return refusals.map((refusal) => ({ ...refusal, sentence: explainRefusal(refusal, t) }));
}

/** What a form shows when its command was not done. */
export async function told(
  outcome: Exclude<Outcome<unknown>, { kind: 'done' }>,
  form: FormData,
): Promise<NonNullable<FormState>> {
  const typed = typedIn(form);
  switch (outcome.kind) {
    case 'invalid':
      return { kind: 'invalid', errors: outcome.errors, typed };
    case 'refused':
      return { kind: 'refused', refusals: await inWords(outcome.refusals), typed };
    case 'conflict':
      return { kind: 'conflict', typed };
    case 'forbidden':
    case 'missing':
      return { kind: 'not-now', typed };
  }
}

/** Runs a command for whoever asks, and goes on to `next` when it is done; else tells the form why not. */
export async function answer<R>(
  command: Command<R>,
  input: unknown,
  form: FormData,
  next: (value: R) => string,
): Promise<FormState> {
  const outcome = await command(input, await currentContext());
  return outcome.kind === 'done' ? redirect(next(outcome.value)) : told(outcome, form);
}
