import type { z } from 'zod';
import { may, mightEver, reach, type Reach } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/actor';
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

/** One record's page: null when it is missing, malformed or not theirs; the three answer alike. */
export function query<A extends Action, I, P, B extends SubjectOf<A>, R>(definition: {
  action: A;
  schema: z.ZodType<P, I>;
  load: (tx: Tx, input: P, viewer: Viewer) => Promise<B | null>;
  show: (record: B, viewer: Viewer, tx: Tx, input: P) => Promise<R> | R;
}): Query<unknown, R> {
  const run = async (input: unknown, viewer: Viewer): Promise<R | null> => {
    const parsed = definition.schema.safeParse(input);
    if (!parsed.success) return null;
    const record = await definition.load(db(), parsed.data, viewer);
    if (record === null || !may(viewer.actor, definition.action, record)) return null;
    return definition.show(record, viewer, db(), parsed.data);
  };
  return Object.assign(run, { action: definition.action });
}

/** A list: `find` gets the ways in that the policy's row gives this actor, and must select by them; null when there are none. */
export function listQuery<P, R>(definition: {
  action: Action;
  schema: z.ZodType<P>;
  find: (tx: Tx, ways: readonly Reach[], input: P, viewer: Viewer) => Promise<R>;
}): Query<unknown, R> {
  const run = async (input: unknown, viewer: Viewer): Promise<R | null> => {
    const parsed = definition.schema.safeParse(input);
    if (!parsed.success || !mightEver(viewer.actor, definition.action)) return null;
    return definition.find(db(), reach(viewer.actor, definition.action), parsed.data, viewer);
  };
  return Object.assign(run, { action: definition.action });
}
