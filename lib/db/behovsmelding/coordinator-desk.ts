import { inTime } from '#lib/domain/round/time';
import type { NotNull } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { RULES } from '#lib/db/facts/rules';
import { holdsFor, isDelegated } from '#lib/db/people/delegation';
import { lastDayOf } from '#lib/db/round/round';
import { any, withInstants } from '#lib/db/values';
import {
  type DeskBehovsmelding,
  type DeskOwner,
  type DeskRoundChoice,
  ownerAnswer,
} from '#lib/domain/behovsmelding/desk';
import { answerOf } from '#lib/domain/behovsmelding/uh';
import { assessEgenandel } from '#lib/domain/money/egenandel';
import { egenandelRule, type RuleSet } from '#lib/domain/setup/rules';
import type { NeedInRound } from './parties';
import { isUndated, lastDayToSend } from './sending';
import { TAKES_NEEDS } from '#lib/domain/states';

/** The owners that have handed their needs to these regions, and the day from which none of it holds any more. */
export const deskOwners = (tx: Tx, regions: readonly string[], now: Date): Promise<DeskOwner[]> =>
  tx
    .selectFrom('Organisation as o')
    .where('o.countyId', 'is not', null)
    .where((eb) => isDelegated(eb.ref('o.id'), regions, now, 'needs'))
    .select((eb) => [
      'o.id',
      'o.name',
      'o.countyId',
      eb
        .selectFrom('Delegation as d')
        .whereRef('d.organisationId', '=', 'o.id')
        .where('d.regionId', '=', any(regions))
        .where((of) => holdsFor(of, now, 'needs'))
        .select('d.to')
        .orderBy('d.to', (to) => to.desc().nullsFirst())
        .limit(1)
        .as('until'),
    ])
    .$narrowType<{ countyId: NotNull }>()
    .orderBy('o.name')
    .orderBy('o.id')
    .execute();

export type DeskRules = DeskRoundChoice & { rules: RuleSet };

/**
 * The rounds in these counties that somebody may still write needs for: open ones, and closed ones, where what is
 * returned is put right.
 */
export async function deskRounds(tx: Tx, counties: readonly string[], now: Date): Promise<DeskRules[]> {
  const rows = await tx
    .selectFrom('Round as r')
    .innerJoin('RuleSet as s', 's.id', 'r.ruleSetId')
    .where('r.state', 'in', TAKES_NEEDS)
    .where('r.countyId', '=', any(counties))
    .select(RULES)
    .select((eb) => ['r.id as roundId', 'r.year', 'r.state', lastDayOf(eb, 'need').as('needLastDay')])
    .orderBy('r.year')
    .orderBy('r.programme')
    .orderBy('r.id')
    .execute();
  return rows.map(({ roundId, year, state, needLastDay, ...rules }) => ({
    id: roundId,
    countyId: rules.countyId,
    programme: rules.programme,
    year,
    needLastDay,
    open: state === 'open' && inTime(needLastDay, now),
    rules,
  }));
}

const answersOf = (eb: NeedInRound) =>
  jsonArrayFrom(
    eb
      .selectFrom('BehovsmeldingUh as u')
      .innerJoin('Organisation as p', 'p.id', 'u.organisationId')
      .whereRef('u.behovsmeldingId', '=', 'n.id')
      .select(['p.name', 'u.sharedAt', 'u.confirmedAt', 'u.declinedAt'])
      .orderBy('p.name'),
  );

/** What these owners have under way in a round, by number: what is missing in each, and what its UH and its owner have answered. */
export async function deskBehovsmeldinger(
  tx: Tx,
  { id: roundId, programme, year, rules }: DeskRules,
  owners: readonly string[],
): Promise<DeskBehovsmelding[]> {
  const rows = await tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .where('n.roundId', '=', roundId)
    .where('n.ownerId', '=', any(owners))
    .where('n.state', 'in', ['draft', 'submitted', 'returned'])
    .select(['n.id', 'n.title', 'n.state', 'n.ownerId', 'n.missing', 'n.delegationId', 'n.ownerConfirmedAt'])
    .select(['n.askedNetwork as network', 'n.askedUh as uhAsked', 'n.plannedEgenandel as planned', 'n.ownerObjection'])
    .select((eb) => [lastDayToSend(eb).as('needLastDay'), isUndated(eb).as('undated'), answersOf(eb).as('uh')])
    .orderBy('n.number')
    .execute();
  return rows.map((row) => {
    const { status, missing } = assessEgenandel(
      { owner: row.network, uh: row.uhAsked, egenandel: row.planned },
      egenandelRule(rules),
    );
    return {
      id: row.id,
      title: row.title,
      state: row.state,
      ownerId: row.ownerId,
      roundId,
      programme,
      year,
      needLastDay: row.needLastDay,
      undated: row.undated,
      missing: row.missing,
      egenandel: status,
      egenandelMissing: missing,
      uh: withInstants(row.uh, 'sharedAt', 'confirmedAt', 'declinedAt').map(({ name, ...answer }) => ({
        name,
        answer: answerOf(answer, row),
      })),
      owner: ownerAnswer(row),
    };
  });
}
