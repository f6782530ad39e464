import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { approveTildeling } from '#lib/commands/tildeling/tildeling';
import { bareWrites } from './effects';
import { inTurns } from './measure';
import { drafts, waiting } from './rounds';
import type { Small } from './stage';
import { compared, type Row } from './table';

const CALLS = 60;
const CLIENTS = [1, 10];
/** For both numbers of clients, with what is warmed up and listened to. */
const RECORDS = 260;

function next<T>(from: T[]): T {
  const one = from.pop();
  if (one === undefined) throw new Error('The bench ran out of records.');
  return one;
}

/** Throws unless the command did what it was asked. */
export async function done(outcome: Promise<{ kind: string }>): Promise<void> {
  const answer = await outcome;
  if (answer.kind !== 'done') throw new Error(`answered ${JSON.stringify(answer)}`);
}

async function besideBare(
  small: Small,
  name: string,
  ids: string[],
  change: (id: string) => Promise<void>,
): Promise<Row[]> {
  await change(next(ids));
  const { write, said } = await bareWrites(small.base.pool, name, () => change(next(ids)));
  const rows: Row[] = [];
  for (const clients of CLIENTS) {
    const [ours, bare] = await inTurns([() => change(next(ids)), write], { calls: CALLS, clients });
    if (ours === undefined || bare === undefined) continue;
    rows.push(
      compared(`${name}, ${String(clients)} ${clients === 1 ? 'client' : 'clients'}`, ours, [said, bare], null),
    );
  }
  return rows;
}

/** Sending a need and approving a tildeling in a round of 300, beside the same rows written on plain tables. */
export async function benchCommands(small: Small): Promise<Row[]> {
  const { base, world, rounds } = small;
  const now = new Date();
  const [skoleeier, approver] = [world.actors.skoleeier, world.actors.approver];
  const needs = await drafts(base.pool, world, RECORDS);
  const proposals = await waiting(base.pool, rounds.proposed);
  await base.pool.query('VACUUM (ANALYZE)');
  return [
    ...(await besideBare(small, 'submit', needs, (id) => done(submitBehovsmelding({ id }, { actor: skoleeier, now })))),
    ...(await besideBare(small, 'approve', proposals, (id) =>
      done(approveTildeling({ id }, { actor: approver, now })),
    )),
  ];
}
