import { type ExpressionBuilder, type Nullable, sql, type SqlBool } from 'kysely';
import type { Tx } from '#lib/db/client';
import { type ReachColumns, withinReach } from '#lib/db/facts/reach';
import { sumOn } from '#lib/db/facts/sides';
import { isDelegated } from '#lib/db/people/delegation';
import type { Tables } from '#lib/db/tables';
import type { Reach } from '#lib/domain/policy/may';
import type { Programme, TildelingOutcome, TildelingState } from '#lib/domain/states';
import { joinedTildelinger } from './tildeling';

export interface TildelingListRow {
  id: string;
  title: string;
  reference: string | null;
  ownerName: string;
  regionName: string | null;
  programme: Programme;
  year: number;
  countyName: string;
  state: TildelingState;
  outcome: TildelingOutcome;
  network: number;
  uh: number;
}

type InList = ExpressionBuilder<
  Tables & {
    t: Tables['Tildeling'];
    r: Tables['Round'];
    n: Nullable<Tables['Behovsmelding']>;
    k: Nullable<Tables['Tiltak']>;
  },
  't' | 'r' | 'n' | 'k'
>;

// What is public alone is in the register: it puts nothing in this list.
const columns = (eb: InList, now: Date): ReachColumns => ({
  all: () => sql<SqlBool>`false`,
  county: (id) => eb('r.countyId', '=', id),
  forum: (id) => eb('r.forumId', '=', id),
  own: (id) =>
    eb.or([
      eb(eb.fn.coalesce('n.ownerId', 'k.leadId'), '=', id),
      eb.exists(
        eb
          .selectFrom('BehovsmeldingParty as p')
          .whereRef('p.behovsmeldingId', '=', 'n.id')
          .where('p.organisationId', '=', id)
          .select('p.organisationId'),
      ),
    ]),
  delegated: (id) => isDelegated(eb.fn.coalesce('n.ownerId', 'k.leadId'), [id], now, null),
  partner: (id) =>
    eb.or([
      eb.exists(
        eb
          .selectFrom('TildelingLine as l')
          .whereRef('l.tildelingId', '=', 't.id')
          .where('l.side', '=', 'uh')
          .where('l.receiverId', '=', id)
          .select('l.id'),
      ),
      eb.exists(
        eb
          .selectFrom('BehovsmeldingUh as u')
          .whereRef('u.behovsmeldingId', '=', 'n.id')
          .where('u.organisationId', '=', id)
          .select('u.organisationId'),
      ),
    ]),
});

/** A page of the tildelinger that the reader has to do with, newest round first, and how many there are. */
export async function listTildelinger(
  tx: Tx,
  ways: readonly Reach[],
  now: Date,
  page: { size: number; number: number },
): Promise<{ rows: TildelingListRow[]; count: number }> {
  const within = joinedTildelinger(tx)
    .where((eb) => eb.ref('t.inForce'))
    .where((eb) => withinReach(ways, columns(eb, now), eb.ref('t.state')));
  const rows = await within
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('TildelingLine as l')
          .whereRef('l.tildelingId', '=', 't.id')
          .select(({ ref }) => {
            const line = { side: ref('l.side'), amount: ref('l.amount') };
            return [sumOn(line, 'network').as('network'), sumOn(line, 'uh').as('uh')];
          })
          .as('s'),
      (join) => join.onTrue(),
    )
    .select(({ fn, ref }) => [
      't.id',
      fn.coalesce('n.title', 'k.title', sql.lit('')).as('title'),
      'k.reference',
      fn.coalesce('o.name', 'k.leadName', sql.lit('')).as('ownerName'),
      'g.name as regionName',
      'r.programme',
      'r.year',
      'c.name as countyName',
      't.state',
      't.outcome',
      ref('s.network').$notNull().as('network'),
      ref('s.uh').$notNull().as('uh'),
    ])
    .orderBy('r.year', 'desc')
    .orderBy('k.number')
    .orderBy('n.number')
    .orderBy('t.id')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute();
  const { count } = await within.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return { rows, count };
}
