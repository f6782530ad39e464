import type pg from 'pg';
import { db } from '#lib/db/client';
import { findActor, findRoles } from '#lib/db/people/user';
import type { Actor } from '#lib/domain/policy/policy';
import { roundBehovsmeldingerPage } from '#lib/queries/round';
import { compare, type Result } from './commands';
import { replay, sentBy, type Statement } from './wiretap';

/** The round with the most needs, one who works with it, and what to ask of its list. */
export interface Listed {
  readonly roundId: string;
  readonly count: number;
  readonly userId: string;
  readonly asked: readonly Record<string, string>[];
}

export async function largestRound(pool: pg.Pool): Promise<Listed> {
  const {
    rows: [round],
  } = await pool.query<{ id: string; count: number; userId: string; region: string | null; uh: string | null }>(
    `SELECT r.id, count(*)::int AS count, min(n."regionId") AS region, (SELECT min(u."organisationId") FROM "BehovsmeldingUh" u JOIN "Behovsmelding" b ON b.id = u."behovsmeldingId" WHERE b."roundId" = r.id) AS uh,
       (SELECT g."userId" FROM "RoleGrant" g WHERE g.role = 'caseworker' AND g."countyId" = r."countyId" ORDER BY g.id LIMIT 1) AS "userId"
     FROM "Round" r JOIN "Behovsmelding" n ON n."roundId" = r.id AND n.state <> 'draft' GROUP BY r.id ORDER BY count DESC LIMIT 1`,
  );
  if (round === undefined) throw new Error('There is no round with needs to list.');
  const filters = [
    {},
    { state: 'submitted' },
    { region: round.region ?? '' },
    { uh: round.uh ?? '' },
    { q: 'innsats' },
    { sort: 'asked', descending: '1' },
    { sort: 'owner', page: '20' },
    { short: '1' },
  ];
  return { roundId: round.id, count: round.count, userId: round.userId, asked: filters };
}

/** Takes the members of a list in turn, for ever. */
function around<T>(list: readonly T[]): () => T {
  let place = -1;
  return () => {
    place = (place + 1) % list.length;
    const one = list[place];
    if (one === undefined) throw new Error('There is nothing to take in turn.');
    return one;
  };
}

async function caseworker(userId: string): Promise<Actor> {
  const actor = await findActor(db(), userId, new Date());
  if (actor === null) throw new Error('Nobody works with the largest round.');
  return actor;
}

/** Fifty rows and the counts, by different filters in turn, beside the same statements sent bare. */
export async function benchList(pool: pg.Pool, { roundId, count, userId, asked }: Listed): Promise<Result[]> {
  const viewer = { actor: await caseworker(userId), now: new Date() };
  const list = async (filter: Record<string, string>): Promise<void> => {
    if ((await roundBehovsmeldingerPage({ id: roundId, ...filter }, viewer)) === null)
      throw new Error('The list was not shown.');
  };
  const sent: Statement[][] = [];
  for (const filter of asked) sent.push(await sentBy(() => list(filter)));
  const [nextOurs, nextBare] = [around(asked), around(sent)];
  return compare(
    `list ${String(count)} needs`,
    sent[0] ?? [],
    () => list(nextOurs()),
    () => replay(pool, nextBare()),
  );
}

/** What the page reads, in this process: who asks, and the list without a filter. */
export async function reads({
  roundId,
  userId,
}: Listed): Promise<{ who: () => Promise<unknown>; list: () => Promise<unknown> }> {
  const now = new Date();
  const actor = await caseworker(userId);
  return {
    who: () => Promise.all([findActor(db(), userId, now), findRoles(db(), userId, now)]),
    list: () => roundBehovsmeldingerPage({ id: roundId }, { actor, now }),
  };
}
