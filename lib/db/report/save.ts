import type { Updateable } from 'kysely';
import type { Tx } from '#lib/db/client';
import type { Tables } from '#lib/db/tables';
import { newId, recordset } from '#lib/db/values';
import type { Day } from '#lib/domain/day';
import { FIELDS_OF, type HalfSide } from '#lib/domain/report/form';
import type { Half, HalfFields } from '#lib/domain/report/report';
import type { HalfState, TiltakStatus } from '#lib/domain/states';

const write = (tx: Tx, id: string, values: Updateable<Tables['ReportHalf']>, now: Date) =>
  tx
    .updateTable('ReportHalf')
    .set((eb) => ({ ...values, updatedAt: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();

const written = (half: Half, fields: readonly (keyof HalfFields)[]): Partial<HalfFields> =>
  Object.fromEntries(fields.map((field) => [field, half[field]]));
const allOf = (half: Half): readonly (keyof HalfFields)[] => [...FIELDS_OF[half.side], 'languages'];

/** Writes what a party has filled in: all of it, or these fields. */
export async function saveHalf(
  tx: Tx,
  half: Half,
  now: Date,
  fields: readonly (keyof HalfFields)[] = allOf(half),
): Promise<void> {
  await write(tx, half.id, written(half, fields), now);
}

/** Writes a half as filed. What it was returned for is answered. */
export async function markFiled(tx: Tx, half: Half, by: string, now: Date): Promise<void> {
  const filed = { state: 'filed', filedById: by, filedAt: now, returnComment: '' } as const;
  await write(tx, half.id, { ...written(half, allOf(half)), ...filed }, now);
}

/** Writes what Statsforvalteren decided on a half. */
export async function decideHalf(
  tx: Tx,
  id: string,
  state: Extract<HalfState, 'returned' | 'accepted'>,
  comment: string,
  by: string,
  now: Date,
): Promise<void> {
  await write(tx, id, { state, returnComment: comment, decidedById: by, decidedAt: now }, now);
}

/** Sets how it goes with a tiltak, as its owner reported. */
export async function setTiltakStatus(tx: Tx, tiltakId: string, status: TiltakStatus): Promise<void> {
  await tx.updateTable('Tiltak').set({ status }).where('id', '=', tiltakId).execute();
}

/** Takes an approved round into reporting. Whether it moved. */
export async function beginReporting(tx: Tx, roundId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('Round')
    .set((eb) => ({ state: 'reporting', version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .where('state', '=', 'approved')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0;
}

/** Finishes a round when every half of every report in it is accepted. Whether it moved. */
export async function finishRound(tx: Tx, roundId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('Round')
    .set((eb) => ({ state: 'finished', version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .where('state', 'in', ['approved', 'reporting'])
    .where(({ eb, exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('Tiltak as t')
            .innerJoin('AnnualReport as a', 'a.tiltakId', 't.id')
            .innerJoin('ReportHalf as h', 'h.reportId', 'a.id')
            .where('t.roundId', '=', roundId)
            .where('h.state', '<>', 'accepted')
            .select(eb.lit(1).as('one')),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0;
}

/** A tiltak's year to report on: by its owner (null when the lead is not in our register), and by each UH that got money. */
export interface ReportOpening {
  readonly tiltakId: string;
  readonly year: number;
  readonly dueOn: Day;
  readonly ownerId: string | null;
  readonly uhIds: readonly string[];
}

const REPORT = { id: 'text', tiltakId: 'text', year: 'int', dueOn: 'date' };
const HALF = { id: 'text', tiltakId: 'text', year: 'int', side: 'text', organisationId: 'text' };

/**
 * Opens annual reports, each with the owner's half and one half for each UH. What is open already stays, and only
 * what it lacks is added.
 */
export async function openReports(tx: Tx, openings: readonly ReportOpening[]): Promise<void> {
  if (openings.length === 0) return;
  const reports = openings.map(({ tiltakId, year, dueOn }) => ({ id: newId(), tiltakId, year, dueOn }));
  const halves = openings.flatMap(({ tiltakId, year, ownerId, uhIds }) => {
    const half = (side: HalfSide, organisationId: string | null) => ({
      id: newId(),
      tiltakId,
      year,
      side,
      organisationId,
    });
    return [half('owner', ownerId), ...uhIds.map((uhId) => half('uh', uhId))];
  });
  await tx
    .with('reports', (cte) =>
      cte
        .insertInto('AnnualReport')
        .columns(['id', 'tiltakId', 'year', 'dueOn'])
        .expression((eb) =>
          eb.selectFrom(recordset('r', reports, REPORT)).select(['r.id', 'r.tiltakId', 'r.year', 'r.dueOn']),
        )
        .onConflict((oc) => oc.columns(['tiltakId', 'year']).doUpdateSet((eb) => ({ year: eb.ref('excluded.year') })))
        .returning(['id', 'tiltakId', 'year']),
    )
    .insertInto('ReportHalf')
    .columns(['id', 'reportId', 'side', 'organisationId'])
    .expression((eb) =>
      eb
        .selectFrom(recordset('h', halves, HALF))
        .innerJoin('reports as r', (join) => join.onRef('r.tiltakId', '=', 'h.tiltakId').onRef('r.year', '=', 'h.year'))
        .select(['h.id', 'r.id as reportId', 'h.side', 'h.organisationId']),
    )
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Opens one annual report. */
export const openReport = (tx: Tx, opening: ReportOpening): Promise<void> => openReports(tx, [opening]);
