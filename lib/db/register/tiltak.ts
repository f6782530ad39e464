import type { RegisterPool } from '#lib/domain/register';
import type { Programme, Side, TiltakStatus } from '#lib/domain/states';
import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { any } from '#lib/db/values';

export interface RegisterLine {
  id: string;
  side: Side;
  receiverName: string | null;
  budgetYear: number;
  amount: number | null;
  printed: string | null;
  pool: RegisterPool | null;
}
export interface RegisterCorrection {
  id: string;
  field: string;
  printed: string;
  amount: number | null;
  corrected: number | null;
  note: string;
}
export interface RegisterTiltak {
  reference: string;
  title: string;
  leadName: string;
  regionName: string | null;
  countyId: string;
  countyName: string;
  year: number;
  programme: Programme;
  status: TiltakStatus;
  publicUnits: number | null;
  privateUnits: number | null;
  outsideCounty: boolean;
  forumFollowUp: boolean;
  externalRef: string | null;
  imported: boolean;
  isExample: boolean;
  tildelinger: { id: string; imported: boolean; approvedAt: Date | null }[];
  lines: RegisterLine[];
  corrections: RegisterCorrection[];
}

/** A tiltak by its reference, as anyone may see it; null when it is missing or nothing of it is decided. */
export async function findRegisterTiltak(tx: Tx, reference: string): Promise<RegisterTiltak | null> {
  const head = await tx
    .selectFrom('Tiltak as t')
    .innerJoin('Round as r', 'r.id', 't.roundId')
    .innerJoin('County as c', 'c.id', 't.countyId')
    .leftJoin('Region as g', 'g.id', 't.regionId')
    .where('t.reference', '=', reference)
    .select(['t.id', 't.reference', 't.title', 't.leadName', 'g.name as regionName', 'c.id as countyId'])
    .select(['c.name as countyName', 't.year', 'r.programme', 't.status', 't.publicUnits', 't.privateUnits'])
    .select(['t.outsideCounty', 't.forumFollowUp', 't.externalRef', 'r.imported', 'r.isExample'])
    .executeTakeFirst();
  if (head === undefined) return null;
  const { id, ...tiltak } = head;
  const tildelinger = await tx
    .selectFrom('Granted')
    .where('tiltakId', '=', id)
    .select(['id', 'imported', 'approvedAt'])
    .orderBy('approvedAt')
    .orderBy('id')
    .execute();
  if (tildelinger.length === 0) return null;
  const corrections = await tx
    .selectFrom('PrintedValue')
    .where('tiltakId', '=', id)
    .select(['id', 'field', 'printed', 'amount', 'corrected', 'note'])
    .orderBy('id')
    .execute();
  return {
    ...tiltak,
    tildelinger,
    corrections,
    lines: await linesOf(
      tx,
      tildelinger.map((one) => one.id),
    ),
  };
}

async function linesOf(tx: Tx, tildelingIds: readonly string[]): Promise<RegisterLine[]> {
  const rows = await tx
    .selectFrom('TildelingLine as l')
    .leftJoin('Organisation as o', 'o.id', 'l.receiverId')
    .where('l.tildelingId', '=', any(tildelingIds))
    .select(['l.id', 'l.side', 'l.budgetYear', 'l.amount', 'l.printed'])
    .select((eb) => [
      eb.fn.coalesce('l.receiverName', 'o.name').as('receiverName'),
      jsonObjectFrom(
        eb
          .selectFrom('RegionPool as p')
          .innerJoin('Region as g', 'g.id', 'p.regionId')
          .whereRef('p.id', '=', 'l.poolId')
          .select(['p.id', 'g.name as regionName', 'p.amount', 'p.note'])
          .select((of) =>
            sql<number>`coalesce(${of
              .selectFrom('GrantedLine as x')
              .whereRef('x.poolId', '=', 'p.id')
              .select(({ fn }) => fn.sum('x.amount').as('sum'))}, 0)`.as('lines'),
          ),
      ).as('pool'),
    ])
    .orderBy('l.side')
    .orderBy('receiverName')
    .orderBy('l.budgetYear')
    .orderBy('l.id')
    .execute();
  return rows.map(({ pool, ...line }) => ({
    ...line,
    pool: pool === null ? null : { ...pool, receiverName: line.receiverName },
  }));
}
