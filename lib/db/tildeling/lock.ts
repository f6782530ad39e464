import type { RuleSet } from '#lib/domain/setup/rules';
import type { OneCase } from '#lib/domain/tildeling/decide';
import { placeOf, type Agreement, type LevelSum, type SplitDispensation } from '#lib/domain/tildeling/split';
import { exceptionColumns, findCase } from './allocation';
import { sql, type Sql, type Tx } from '#lib/db/client';
import { findTildeling, type TildelingRow } from './tildeling';
import { numbersLock } from './approval';

/** Locks the round of a tildeling, then reads it as it is now; null when there is none in force. */
export async function lockTildeling(tx: Tx, id: string, now: Date): Promise<TildelingRow | null> {
  await tx.$queryRaw`SELECT id FROM "Round" WHERE id = (SELECT "roundId" FROM "Tildeling" WHERE id = ${id}) FOR UPDATE`;
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

type Sums = { network: number; uh: number; parts: number; granted: number; undecided: number };

/** The needs whose tildelinger are summed with this one where the key must hold. */
function inPlace(place: { regionId: string | null; behovsmeldingId: string | null }): Sql {
  if (place.regionId !== null) return sql`n."regionId" = ${place.regionId}`;
  return place.behovsmeldingId === null ? sql`true` : sql`n.id = ${place.behovsmeldingId}`;
}

/** A proposed tildeling with the sums of its round, the round and the county's numbers locked before they are read. */
export async function lockToApprove(tx: Tx, id: string): Promise<ToApprove | null> {
  const [round] = await tx.$queryRaw<
    {
      id: string;
      countyId: string;
      forumId: string;
      year: number;
      budget: number | null;
      reserve: number;
      ruleSetId: string;
    }[]
  >`
    SELECT id, "countyId", "forumId", year, budget, reserve, "ruleSetId" FROM "Round" WHERE id = (SELECT "roundId" FROM "Tildeling" WHERE id = ${id}) FOR UPDATE`;
  const one = round === undefined ? null : await findCase(tx, id);
  if (round === undefined || one === null || one.tildeling === null) return null;
  const { tildeling } = one;
  const [rules] = await tx.$queryRaw<
    RuleSet[]
  >`SELECT s.*, ${numbersLock(round.countyId, round.year)} FROM "RuleSet" s WHERE id = ${round.ruleSetId}`;
  if (rules === undefined) return null;
  const place = placeOf(rules.splitLevel, one);
  const summed = sql`FROM "TildelingLine" l JOIN "Tildeling" t ON t.id = l."tildelingId"`;
  const [found] = await tx.$queryRaw<
    { sums: Sums; reportLastDay: Date; dispensations: SplitDispensation[]; agreements: Agreement[] }[]
  >`
    SELECT (SELECT json_build_object('network', coalesce(sum(l.amount) FILTER (WHERE l.side = 'network'), 0), 'uh', coalesce(sum(l.amount) FILTER (WHERE l.side = 'uh'), 0),
        'parts', count(DISTINCT t.id) FILTER (WHERE l.amount > 0),
        'granted', (SELECT coalesce(sum(l.amount), 0) ${summed} WHERE t."roundId" = ${round.id} AND t."inForce"),
        'undecided', (SELECT count(*) FROM "Behovsmelding" n WHERE n."roundId" = ${round.id} AND n.state = 'recommended'))
      ${summed} JOIN "Behovsmelding" n ON n.id = t."behovsmeldingId"
      WHERE t."roundId" = ${round.id} AND t."inForce" AND t.state IN ('proposed', 'approved', 'sent') AND ${inPlace(place)}) AS sums,
      (SELECT "lastDay" FROM "Deadline" WHERE "roundId" = ${round.id} AND kind = 'report') AS "reportLastDay", ${exceptionColumns(sql`${round.id}`)}`;
  if (found === undefined) return null;
  const {
    sums: { network, uh, parts, granted, undecided },
    reportLastDay,
    dispensations,
    agreements,
  } = found;
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
