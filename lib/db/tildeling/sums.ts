import { sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import type { RoundRow } from '#lib/db/round/round';
import { any } from '#lib/db/values';
import { DECIDED } from '#lib/domain/states';

/** What each UH and each network receiver gets of what is proposed or decided in a round, in kroner. */
export interface ReceiverSum {
  receiverId: string | null;
  name: string;
  side: 'network' | 'uh';
  amount: number;
}

/** What each receiver of a round gets of what is proposed and decided, in kroner. */
export const receiverSums = (tx: Tx, roundId: string): Promise<ReceiverSum[]> =>
  tx
    .selectFrom('TildelingLine as l')
    .innerJoin('Tildeling as t', 't.id', 'l.tildelingId')
    .leftJoin('Organisation as o', 'o.id', 'l.receiverId')
    .where('t.roundId', '=', roundId)
    .where((eb) => eb.ref('t.inForce'))
    .where('t.state', '<>', 'draft')
    .select(({ fn }) => [
      'l.receiverId',
      fn.coalesce('o.name', 'l.receiverName', sql.lit('')).as('name'),
      'l.side',
      fn.sum<number>('l.amount').as('amount'),
    ])
    .groupBy(['l.receiverId', 'l.receiverName', 'o.name', 'l.side'])
    .orderBy('l.side')
    .orderBy('name')
    .execute();

/**
 * What each region (a need without one: itself) got in the county's previous round of the programme, in kroner: the
 * key it was divided by.
 */
export async function previousKey(
  tx: Tx,
  round: Pick<RoundRow, 'countyId' | 'programme' | 'year'>,
): Promise<Record<string, number>> {
  const rows = await tx
    .selectFrom('GrantedLine as l')
    .innerJoin('Granted as t', 't.id', 'l.tildelingId')
    .leftJoin('Behovsmelding as n', 'n.id', 't.behovsmeldingId')
    .leftJoin('Tiltak as k', 'k.id', 't.tiltakId')
    .where('l.roundId', '=', (eb) =>
      eb
        .selectFrom('Round as r')
        .where('r.countyId', '=', round.countyId)
        .where('r.programme', '=', round.programme)
        .where('r.year', '<', round.year)
        .where((of) =>
          of.exists(
            of
              .selectFrom('Tildeling as x')
              .whereRef('x.roundId', '=', 'r.id')
              .where('x.state', 'in', DECIDED)
              .select('x.id'),
          ),
        )
        .select('r.id')
        .orderBy('r.year', 'desc')
        .limit(1),
    )
    .where(({ eb, fn }) => eb(fn.coalesce('n.regionId', 'k.regionId'), 'is not', null))
    .select(({ fn }) => [
      fn.coalesce('n.regionId', 'k.regionId').$notNull().as('region'),
      fn.sum<number>('l.amount').as('amount'),
    ])
    .groupBy('region')
    .execute();
  return Object.fromEntries(rows.map(({ region, amount }) => [region, amount]));
}

/** The names of those who proposed what now waits in the round. */
export async function proposerNames(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.selectFrom('User').where('id', '=', any(ids)).select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
