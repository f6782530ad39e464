import { sql } from 'kysely';
import { isShared } from '#lib/db/behovsmelding/parties';
import type { Tx } from '#lib/db/client';
import { onDay } from '#lib/db/facts/dates';
import { countOf } from '#lib/db/values';
import type { Day } from '#lib/domain/day';
import { type DeadlineKind, OWNER_KINDS } from '#lib/domain/states';

export interface LateSending {
  organisationId: string;
  name: string;
  until: Day;
  reason: string;
  openedByName: string;
  openedAt: Date;
  sent: number;
}

/** Those who may send late in a round, by name, and how many needs they have sent in it. */
export const lateSendings = (tx: Tx, roundId: string): Promise<LateSending[]> =>
  tx
    .selectFrom('LateSending as l')
    .innerJoin('Organisation as o', 'o.id', 'l.organisationId')
    .leftJoin('User as u', 'u.id', 'l.openedById')
    .where('l.roundId', '=', roundId)
    .select(['l.organisationId', 'o.name', 'l.until', 'l.reason', 'l.openedAt'])
    .select((eb) => [
      eb.fn.coalesce('u.name', sql.lit('')).as('openedByName'),
      countOf(
        eb
          .selectFrom('Behovsmelding as b')
          .whereRef('b.roundId', '=', 'l.roundId')
          .whereRef('b.ownerId', '=', 'l.organisationId')
          .where('b.state', '<>', sql.lit('draft')),
      ).as('sent'),
    ])
    .orderBy('o.name')
    .orderBy('o.id')
    .execute();

/** The day one owner may send late until; null when nothing is opened for them. */
export async function lateUntil(tx: Tx, roundId: string, organisationId: string): Promise<Day | null> {
  const found = await tx
    .selectFrom('LateSending')
    .where('roundId', '=', roundId)
    .where('organisationId', '=', organisationId)
    .select('until')
    .executeTakeFirst();
  return found?.until ?? null;
}

/** Opens for one owner, or moves the day and the reason of what was opened. */
export async function storeLateOpening(
  tx: Tx,
  at: { roundId: string; organisationId: string },
  late: { until: Day; reason: string; openedById: string; openedAt: Date },
): Promise<void> {
  const opened = {
    until: late.until,
    reason: late.reason,
    openedById: late.openedById,
    openedAt: late.openedAt,
  };
  await tx
    .insertInto('LateSending')
    .values({ roundId: at.roundId, organisationId: at.organisationId, ...opened })
    .onConflict((oc) => oc.columns(['roundId', 'organisationId']).doUpdateSet(opened))
    .execute();
}

/** Those who may report needs in a county, by name. */
export const ownersOf = (tx: Tx, countyId: string): Promise<{ id: string; name: string }[]> =>
  tx
    .selectFrom('Organisation as o')
    .where('o.countyId', '=', countyId)
    .where('o.kind', 'in', OWNER_KINDS)
    .select(['o.id', 'o.name'])
    .orderBy('o.name', (order) => order.collate('nb-x-icu'))
    .orderBy('o.id')
    .execute();

/** The UH that take part in a need of the round which is still written on or weighed, and see it. */
export async function uhInRound(tx: Tx, roundId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('BehovsmeldingUh as u')
    .innerJoin('Behovsmelding as n', 'n.id', 'u.behovsmeldingId')
    .where('n.roundId', '=', roundId)
    .where('n.state', 'in', ['draft', 'returned', 'submitted'])
    .where('u.declinedAt', 'is', null)
    .where((eb) => isShared(eb))
    .select('u.organisationId')
    .distinct()
    .orderBy('u.organisationId')
    .execute();
  return rows.map(({ organisationId }) => organisationId);
}

/** Moves a deadline. The reports that were due that day are due the new one. */
export async function moveDeadline(tx: Tx, roundId: string, kind: DeadlineKind, from: Day, to: Day): Promise<void> {
  await tx
    .updateTable('Deadline')
    .set({ lastDay: to })
    .where('roundId', '=', roundId)
    .where('kind', '=', kind)
    .execute();
  if (kind !== 'report') return;
  await tx
    .updateTable('AnnualReport as a')
    .set({ dueOn: to })
    .where('a.dueOn', '=', onDay(from))
    .where('a.tiltakId', 'in', (eb) => eb.selectFrom('Tiltak as t').where('t.roundId', '=', roundId).select('t.id'))
    .execute();
}
