import type pg from 'pg';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { approveTildeling } from '#lib/commands/tildeling/tildeling';
import { NOW, type World } from '#tests/support/world';
import { drafts, proposals } from './fill';
import { callsOf, inTurns, type Compared } from './measure';
import { listened, replay, type Statement } from './wiretap';

const CALLS = 200;
const CLIENTS = [1, 10];
/** One spare for each record whose statements are listened to, and some to be safe. */
const RECORDS = 2 * CLIENTS.length * callsOf(CALLS) + 10;

export interface Result {
  readonly name: string;
  readonly clients: number;
  readonly statements: number;
  readonly times: Compared;
}

function next<T>(from: T[]): T {
  const one = from.pop();
  if (one === undefined) throw new Error('The bench ran out of records.');
  return one;
}

async function done(outcome: Promise<{ kind: string }>): Promise<void> {
  const answer = await outcome;
  if (answer.kind !== 'done') throw new Error(`The bench was answered ${JSON.stringify(answer)}`);
}

/** Ours beside the bare, with one client and with ten. */
export async function compare(
  name: string,
  statements: readonly Statement[],
  ours: () => Promise<void>,
  bare: () => Promise<void>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const clients of CLIENTS)
    results.push({ name, clients, statements: statements.length, times: await inTurns(ours, bare, CALLS, clients) });
  return results;
}

/** Sending a need: the command with access check and audit, beside its own statements sent bare. */
export async function benchSubmit(pool: pg.Pool, world: World): Promise<Result[]> {
  const needs = await drafts(pool, world, RECORDS);
  const by = { actor: world.actors.skoleeier, now: NOW };
  const submit = (id: string) => done(submitBehovsmelding({ id }, by));
  await submit(next(needs));
  const first = next(needs);
  const { statements, instead } = await listened(pool, () => submit(first));
  return compare(
    'submit a need',
    statements,
    () => submit(next(needs)),
    () => replay(pool, statements, new Map([[first, next(needs)], ...instead()])),
  );
}

/** Approving a tildeling, in a round of as many as there are records here. */
export async function benchApprove(pool: pg.Pool, world: World): Promise<Result[]> {
  const waiting = await proposals(pool, world, RECORDS);
  const by = { actor: world.actors.approver, now: NOW };
  const approve = (id: string) => done(approveTildeling({ id }, by));
  await approve(next(waiting).id);
  const first = next(waiting);
  const { statements, instead } = await listened(pool, () => approve(first.id));
  const bare = () => {
    const one = next(waiting);
    return replay(pool, statements, new Map([[first.id, one.id], [first.needId, one.needId], ...instead()]));
  };
  return compare('approve a tildeling', statements, () => approve(next(waiting).id), bare);
}
