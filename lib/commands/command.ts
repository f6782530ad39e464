import type { z } from 'zod';
import { fieldError, type FieldError } from '#lib/domain/form/field-errors';
import { may } from '#lib/domain/policy/may';
import type { Decision, FieldErrors, Outcome } from '#lib/domain/outcome';
import type { Notice } from '#lib/domain/message/message';
import type { Actor } from '#lib/domain/policy/row';
import { POLICY, type Action, type SubjectOf } from '#lib/domain/policy/policy';
import { writeAudit } from '#lib/db/audit';
import { restate } from '#lib/db/behovsmelding/status';
import { transaction, type Tx } from '#lib/db/client';
import { writeMessages } from '#lib/db/message/tell';
import { outcomeOf } from '#lib/commands/violations';

/** Who asks, and when. */
export interface Context {
  readonly actor: Actor;
  readonly now: Date;
}

/** What a change adds to the log: which record, where, and the facts a reader needs. */
export interface Entry {
  subjectId: string;
  subjectType?: string;
  action?: string;
  roundId: string | null;
  countyId: string | null;
  details?: Readonly<Record<string, string | number | boolean | null>>;
}

interface Definition<A extends Action, I, B extends SubjectOf<A>, V, R> {
  action: A;
  schema: z.ZodType<I>;
  /** Finds and locks the record, the round before what is in it; null when there is none. */
  load: (tx: Tx, input: I, context: Context) => Promise<B | null>;
  /** The rule: pure. */
  decide: (before: B, input: I, context: Context) => Decision<V>;
  /**
   * What takes time and needs no lock, such as a scan: done before the transaction, for what would be allowed
   * already; all is asked again after.
   */
  prepare?: (input: I, context: Context) => Promise<Decision<I>>;
  /**
   * Stores the change, and answers what goes to the log and to whom it is told; `restate`: needs it is about that the
   * log does not name.
   */
  save: (
    tx: Tx,
    before: B,
    value: V,
    context: Context,
  ) => Promise<{ value: R; log: readonly Entry[]; tell?: readonly Notice[]; restate?: readonly string[] }>;
}

export interface Command<R> {
  (input: unknown, context: Context): Promise<Outcome<R>>;
  readonly action: Action;
}

/** The needs a change is about, by its log: what the lists say of them is judged anew. */
const behovsmeldingerIn = (log: readonly Entry[], usual: string): string[] =>
  log.filter(({ subjectType = usual }) => subjectType === 'behovsmelding').map(({ subjectId }) => subjectId);

function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: Record<string, FieldError> = {};
  for (const issue of error.issues) errors[issue.path.join('.')] ??= fieldError(issue.message);
  return errors;
}

/** The one way in: parse, load and lock, authorise, decide, save, log and tell, in one transaction. */
export function command<A extends Action, I, B extends SubjectOf<A>, V, R>(
  definition: Definition<A, I, B, V, R>,
): Command<R> {
  const { action, schema, load, decide, prepare, save } = definition;
  const judge = async (
    tx: Tx,
    input: I,
    context: Context,
  ): Promise<{ kind: 'judged'; before: B; value: V } | Exclude<Outcome<V>, { kind: 'done' }>> => {
    const before = await load(tx, input, context);
    if (before === null) return { kind: 'missing' };
    if (!may(context.actor, action, before)) return { kind: 'forbidden' };
    const decision = decide(before, input, context);
    return decision.kind === 'done' ? { kind: 'judged', before, value: decision.value } : decision;
  };
  const prepared = async (
    input: I,
    context: Context,
  ): Promise<{ kind: 'done'; value: I } | Exclude<Outcome<I>, { kind: 'done' }>> => {
    if (prepare === undefined) return { kind: 'done', value: input };
    const early = await transaction((tx) => judge(tx, input, context));
    return early.kind === 'judged' ? prepare(input, context) : early;
  };
  const run = async (input: unknown, context: Context): Promise<Outcome<R>> => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) return { kind: 'invalid', errors: fieldErrors(parsed.error) };
    try {
      const input = await prepared(parsed.data, context);
      if (input.kind !== 'done') return input;
      return await transaction(async (tx): Promise<Outcome<R>> => {
        const judged = await judge(tx, input.value, context);
        if (judged.kind !== 'judged') return judged;
        const { value, log, tell = [], restate: about = [] } = await save(tx, judged.before, judged.value, context);
        await writeAudit(
          tx,
          log.map((entry) => ({
            at: context.now,
            actorId: context.actor.userId,
            actorName: context.actor.name,
            action: entry.action ?? action,
            subjectType: entry.subjectType ?? POLICY[action].of,
            subjectId: entry.subjectId,
            roundId: entry.roundId,
            countyId: entry.countyId,
            details: { ...entry.details },
          })),
        );
        await writeMessages(tx, tell, context);
        await restate(tx, [...about, ...behovsmeldingerIn(log, POLICY[action].of)]);
        return { kind: 'done', value };
      });
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome === null) throw error;
      return outcome;
    }
  };
  return Object.assign(run, { action });
}
