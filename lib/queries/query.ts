import { cache } from 'react';
import type { z } from 'zod';
import { may, mightEver, reach, type Reach } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import type { Action, SubjectOf } from '#lib/domain/policy/policy';
import { db, type Tx } from '#lib/db/client';

/** Who asks, and when. */
export interface Viewer {
  readonly actor: Actor;
  readonly now: Date;
}
export interface Query<I, R> {
  (input: I, viewer: Viewer): Promise<R | null>;
  readonly action: Action;
}

/**
 * The same answer for all of one request who ask the same: a page and its title read once. React forgets it with the
 * request, and keeps nothing where no page is made: in an action or a download each asks anew.
 */
export function onceARequest<P, R>(
  ask: (tx: Tx, input: P, viewer: Viewer) => Promise<R>,
): (input: P, viewer: Viewer) => Promise<R> {
  const keptFor = cache(() => new Map<Viewer, Map<string, Promise<R>>>());
  return (input, viewer) => {
    const all = keptFor();
    const kept = all.get(viewer) ?? new Map<string, Promise<R>>();
    all.set(viewer, kept);
    const key = JSON.stringify(input);
    const answer = kept.get(key) ?? ask(db(), input, viewer);
    kept.set(key, answer);
    return answer;
  };
}

type Answers<T> = { [K in keyof T]: Awaited<T[K]> };

/** Reads that do not need each other, asked at once; each answer under its name. */
export async function together<T extends Readonly<Record<string, unknown>>>(asked: T): Promise<Answers<T>> {
  const names = Object.keys(asked);
  const answers = await Promise.all(Object.values(asked));
  return Object.fromEntries(names.map((name, index) => [name, answers[index]])) as Answers<T>;
}

/** One record's page: null when it is missing, malformed or not theirs; the three answer alike. */
export function query<A extends Action, I, P, B extends SubjectOf<A>, R>(definition: {
  action: A;
  schema: z.ZodType<P, I>;
  load: (tx: Tx, input: P, viewer: Viewer) => Promise<B | null>;
  show: (record: B, viewer: Viewer, tx: Tx, input: P) => Promise<R> | R;
}): Query<unknown, R> {
  const ask = onceARequest(async (tx, input: P, viewer): Promise<R | null> => {
    const record = await definition.load(tx, input, viewer);
    if (record === null || !may(viewer.actor, definition.action, record)) return null;
    return definition.show(record, viewer, tx, input);
  });
  const run = async (input: unknown, viewer: Viewer): Promise<R | null> => {
    const parsed = definition.schema.safeParse(input);
    return parsed.success ? ask(parsed.data, viewer) : null;
  };
  return Object.assign(run, { action: definition.action });
}

/** A list: `find` gets the ways in that the policy's row gives this actor, and must select by them; null when there are none. */
export function listQuery<P, R>(definition: {
  action: Action;
  schema: z.ZodType<P>;
  find: (tx: Tx, ways: readonly Reach[], input: P, viewer: Viewer) => Promise<R>;
}): Query<unknown, R> {
  const ask = onceARequest((tx, input: P, viewer) =>
    definition.find(tx, reach(viewer.actor, definition.action), input, viewer),
  );
  const run = async (input: unknown, viewer: Viewer): Promise<R | null> => {
    const parsed = definition.schema.safeParse(input);
    return parsed.success && mightEver(viewer.actor, definition.action) ? ask(parsed.data, viewer) : null;
  };
  return Object.assign(run, { action: definition.action });
}
