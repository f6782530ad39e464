import { sumOn } from '#lib/db/facts/sides';
import type { Tx } from '#lib/db/client';
import { ruleSetOf } from '#lib/db/round/round';
import { countOf } from '#lib/db/values';
import type { OneCase } from '#lib/domain/tildeling/decide';
import { placeOf, type LevelSum } from '#lib/domain/tildeling/split';
import { exceptions, findCase } from './cases';
import { numbersLock } from './approval';
import { findTildeling, type TildelingRow } from './tildeling';

const roundOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('Round as r')
    .where('r.id', '=', (eb) => eb.selectFrom('Tildeling as t').where('t.id', '=', id).select('t.roundId'))
    .forUpdate('r');

/** Locks the round of a tildeling, then reads it as it is now; null when there is none in force. */
export async function lockTildeling(tx: Tx, id: string, now: Date): Promise<TildelingRow | null> {
  await roundOf(tx, id).select('r.id').execute();
  const row = await findTildeling(tx, id, now);
  return row?.inForce === true ? row : null;
}

export interface ToApprove extends OneCase {
  id: string;
  roundId: string;
  countyId: string;
  forumId: string;
  year: number;
  reportLastDay: Date;
  state: TildelingRow['state'];
  proposedById: string | null;
  ownerIds: string[];
  delegatedRegionIds: string[];
  uhIds: string[];
}

/** A proposed tildeling with the sums of its round, the round and the county's numbers locked before they are read. */
export async function lockToApprove(tx: Tx, id: string): Promise<ToApprove | null> {
  const round = await roundOf(tx, id)
    .select(['r.id', 'r.countyId', 'r.forumId', 'r.year', 'r.budget', 'r.reserve', 'r.ruleSetId'])
    .executeTakeFirst();
  const one = round === undefined ? null : await findCase(tx, id);
  if (round === undefined || one === null || one.tildeling === null) return null;
  const { tildeling } = one;
  const rules = await ruleSetOf(tx, round);
  const place = placeOf(rules.splitLevel, one);
  const summed = tx
    .selectFrom('TildelingLine as l')
    .innerJoin('Tildeling as t', 't.id', 'l.tildelingId')
    .where('t.roundId', '=', round.id)
    .where((eb) => eb.ref('t.inForce'));
  const { network, uh, parts, granted, undecided, reportLastDay, dispensations, agreements } = await tx
    .selectFrom(
      summed
        .innerJoin('Behovsmelding as n', 'n.id', 't.behovsmeldingId')
        .where('t.state', 'in', ['proposed', 'approved', 'sent'])
        // The needs whose tildelinger are summed with this one where the key must hold.
        .$if(place.regionId !== null, (query) => query.where('n.regionId', '=', place.regionId))
        .$if(place.behovsmeldingId !== null, (query) => query.where('n.id', '=', place.behovsmeldingId ?? ''))
        .select(({ fn, ref }) => {
          const line = { side: ref('l.side'), amount: ref('l.amount') };
          return [
            sumOn(line, 'network').as('network'),
            sumOn(line, 'uh').as('uh'),
            fn.count<number>('t.id').distinct().filterWhere('l.amount', '>', 0).as('parts'),
          ];
        })
        .as('s'),
    )
    .select(['s.network', 's.uh', 's.parts', numbersLock(round.countyId, round.year).as('numbers')])
    .select((eb) => [
      summed
        .select(({ fn }) => fn.coalesce(fn.sum<number>('l.amount'), eb.lit(0)).as('granted'))
        .$asScalar()
        .$notNull()
        .as('granted'),
      countOf(
        eb.selectFrom('Behovsmelding as n').where('n.roundId', '=', round.id).where('n.state', '=', 'recommended'),
      ).as('undecided'),
      eb
        .selectFrom('Deadline as d')
        .where('d.roundId', '=', round.id)
        .where('d.kind', '=', 'report')
        .select('d.lastDay')
        .$asScalar()
        .$notNull()
        .as('reportLastDay'),
    ])
    .select(() => exceptions(tx, round.id))
    .executeTakeFirstOrThrow();
  const level: LevelSum = {
    ...place,
    name: place.behovsmeldingId === null ? one.regionName : one.title,
    network,
    uh,
    parts,
  };
  const { countyId, forumId, year, budget, reserve } = round;
  return {
    id,
    roundId: round.id,
    countyId,
    forumId,
    year,
    budget,
    reserve,
    rules,
    reportLastDay,
    state: tildeling.state,
    proposedById: tildeling.proposedById,
    ownerIds: [],
    delegatedRegionIds: [],
    uhIds: [...tildeling.uhIds],
    exceptions: { dispensations, agreements },
    one: { ...one, tildeling },
    granted,
    level,
    undecided,
  };
}
