import { sql, type SqlBool } from 'kysely';
import type { Tx } from '#lib/db/client';
import { withinReach } from '#lib/db/facts/reach';
import { delegatedRegions, isDelegated } from '#lib/db/people/delegation';
import { newId } from '#lib/db/values';
import type { Dispensation } from '#lib/domain/behovsmelding/dispensation';
import type { Reach } from '#lib/domain/policy/may';
import type { DispensationRule, DispensationState, Programme } from '#lib/domain/states';
import { titleAsSent } from './as-sent';

const dispensation = (tx: Tx, id: string, now: Date) =>
  tx
    .selectFrom('Dispensation as d')
    .innerJoin('Round as r', 'r.id', 'd.roundId')
    .leftJoin('Behovsmelding as n', 'n.id', 'd.behovsmeldingId')
    .leftJoin('Region as g', 'g.id', 'd.regionId')
    .leftJoin('User as asker', 'asker.id', 'd.askedById')
    .leftJoin('User as decider', 'decider.id', 'd.decidedById')
    .where('d.id', '=', id)
    .select(['d.id', 'd.rule', 'd.state', 'd.reason', 'd.askedById', 'd.askedAt', 'd.decisionReason', 'd.decidedAt'])
    .select(['d.roundId', 'd.behovsmeldingId', 'r.programme', 'r.year', 'r.countyId', 'g.name as regionName'])
    .select(['asker.name as askedByName', 'decider.name as decidedByName'])
    .select((eb) => [
      sql<string[]>`array_remove(array[${eb.ref('n.ownerId')}], null)`.as('ownerIds'),
      delegatedRegions(eb.ref('n.ownerId'), now, 'needs').as('delegatedRegionIds'),
    ]);

export const findDispensation = async (tx: Tx, id: string, now: Date): Promise<Dispensation | null> =>
  (await dispensation(tx, id, now).executeTakeFirst()) ?? null;

/** Locks a dispensation from this rule to be decided; null when it is of another rule. */
export const lockDispensation = async (
  tx: Tx,
  id: string,
  rule: DispensationRule,
  now: Date,
): Promise<Dispensation | null> =>
  (await dispensation(tx, id, now).where('d.rule', '=', rule).forUpdate('d').executeTakeFirst()) ?? null;

/** Puts a request for an exception from the egenandel on the record. */
export const askDispensation = (
  tx: Tx,
  need: { id: string; roundId: string },
  reason: string,
  by: string,
  now: Date,
): Promise<{ id: string }> =>
  tx
    .insertInto('Dispensation')
    .values({
      id: newId(),
      rule: 'egenandel',
      roundId: need.roundId,
      behovsmeldingId: need.id,
      reason,
      askedById: by,
      askedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();

/** Answers a request, with the reason. */
export async function decideDispensation(
  tx: Tx,
  id: string,
  answer: { state: DispensationState; reason: string },
  by: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('Dispensation')
    .set({ state: answer.state, decisionReason: answer.reason, decidedById: by, decidedAt: now })
    .where('id', '=', id)
    .execute();
}

export interface DispensationRow {
  id: string;
  rule: DispensationRule;
  state: DispensationState;
  askedAt: Date;
  title: string | null;
  ownerName: string | null;
  regionName: string | null;
  programme: Programme;
  year: number;
}

/** The requests within reach, those that wait first, then the newest; at most 200. */
export const listDispensations = (tx: Tx, ways: readonly Reach[], now: Date): Promise<DispensationRow[]> =>
  tx
    .selectFrom('Dispensation as d')
    .innerJoin('Round as r', 'r.id', 'd.roundId')
    .leftJoin('Behovsmelding as n', 'n.id', 'd.behovsmeldingId')
    .leftJoin('Organisation as o', 'o.id', 'n.ownerId')
    .leftJoin('Region as g', 'g.id', 'd.regionId')
    .where((eb) =>
      withinReach(
        ways.map((way) => ({ ...way, states: null })),
        {
          all: () => sql<SqlBool>`false`,
          county: (id) => eb('r.countyId', '=', id),
          own: (id) => eb('n.ownerId', '=', id),
          delegated: (id) => isDelegated(eb.ref('n.ownerId'), [id], now, 'needs'),
        },
        null,
      ),
    )
    .select(['d.id', 'd.rule', 'd.state', 'd.askedAt', 'o.name as ownerName', 'g.name as regionName', 'r.programme'])
    .select((eb) => ['r.year', titleAsSent(eb.ref('n.title'), eb.ref('n.asSentId')).as('title')])
    .orderBy((eb) => eb('d.state', '=', 'asked'), 'desc')
    .orderBy('d.askedAt', 'desc')
    .orderBy('d.id')
    .limit(200)
    .execute();
