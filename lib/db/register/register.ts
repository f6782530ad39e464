import type { RegisterPool, RegisterRow } from '#lib/domain/register';
import type { Programme } from '#lib/domain/states';
import { sql } from 'kysely';
import type { Tx } from '#lib/db/client';

export interface RegisterPlace {
  countyId: string;
  countyName: string;
  year: number;
}
export interface RegisterRound {
  programme: Programme;
  imported: boolean;
  isExample: boolean;
  budget: number | null;
  legacyNotes: string[];
}
export interface Register extends RegisterPlace {
  rounds: RegisterRound[];
  rows: RegisterRow[];
  pools: RegisterPool[];
}

/** Every county and year with an approved tildeling, the newest first. */
export const registerPlaces = (tx: Tx): Promise<RegisterPlace[]> =>
  tx
    .selectFrom('Tiltak as t')
    .innerJoin('County as c', 'c.id', 't.countyId')
    .where((eb) => eb.exists(eb.selectFrom('Granted as d').whereRef('d.tiltakId', '=', 't.id').select('d.id')))
    .groupBy(['c.id', 'c.name', 't.year'])
    .select(['c.id as countyId', 'c.name as countyName', 't.year'])
    .orderBy('t.year', 'desc')
    .orderBy('c.name')
    .execute();

const rowsOf = (tx: Tx, countyId: string, year: number): Promise<RegisterRow[]> =>
  tx
    .selectFrom('Tiltak as t')
    .innerJoin('Granted as d', 'd.tiltakId', 't.id')
    .leftJoin('TildelingLine as l', 'l.tildelingId', 'd.id')
    .leftJoin('Region as g', 'g.id', 't.regionId')
    .where('t.countyId', '=', countyId)
    .where('t.year', '=', year)
    .groupBy(['t.id', 'g.id'])
    .select(['t.reference', 't.title', 't.leadName', 't.regionId', 'g.name as regionName'])
    .select((eb) => [
      eb.fn.coalesce('g.isExample', sql.lit(false)).as('regionIsExample'),
      eb.fn.sum<number | null>('l.amount').filterWhere('l.side', '=', 'network').as('network'),
      eb.fn.sum<number | null>('l.amount').filterWhere('l.side', '=', 'uh').as('uh'),
      sql<boolean>`coalesce(bool_or(${eb.ref('l.side')} = 'uh'), false)`.as('hasUh'),
      eb.fn.count<number>('l.id').filterWhere('l.amount', 'is', null).as('openLines'),
      eb.fn
        .coalesce(eb.fn.sum<number | null>('l.amount').filterWhereRef('l.budgetYear', '>', 't.year'), sql.lit(0))
        .as('later'),
    ])
    .orderBy('t.number')
    .execute();

/** The pools for UH in the rounds a condition picks, beside the sum of the lines that point at them. */
const poolsOf = (tx: Tx, countyId: string, year: number): Promise<RegisterPool[]> =>
  tx
    .selectFrom('RegionPool as p')
    .innerJoin('Round as r', 'r.id', 'p.roundId')
    .innerJoin('Region as g', 'g.id', 'p.regionId')
    .leftJoin('Organisation as o', 'o.id', 'p.receiverId')
    .leftJoin('GrantedLine as l', 'l.poolId', 'p.id')
    .where('r.countyId', '=', countyId)
    .where('r.year', '=', year)
    .where('p.kind', '=', 'uh-grant')
    .groupBy(['p.id', 'g.name', 'o.name'])
    .select(['p.id', 'g.name as regionName', 'o.name as receiverName', 'p.amount', 'p.note'])
    .select(({ fn }) => fn.coalesce(fn.sum<number | null>('l.amount'), sql.lit(0)).as('lines'))
    .orderBy('g.name')
    .orderBy('p.id')
    .execute();

/** What is approved in a county and year, with its rounds and pools; null when nothing is. */
export async function findRegister(tx: Tx, countyId: string, year: number): Promise<Register | null> {
  const county = await tx.selectFrom('County').where('id', '=', countyId).select('name').executeTakeFirst();
  const rows = county === undefined ? [] : await rowsOf(tx, countyId, year);
  if (county === undefined || rows.length === 0) return null;
  const rounds = await tx
    .selectFrom('Round as r')
    .where('r.countyId', '=', countyId)
    .where('r.year', '=', year)
    .where((eb) => eb.exists(eb.selectFrom('Tiltak as t').whereRef('t.roundId', '=', 'r.id').select('t.id')))
    .select(['r.programme', 'r.imported', 'r.isExample', 'r.budget', 'r.legacyNotes'])
    .orderBy('r.programme')
    .execute();
  return { countyId, countyName: county.name, year, rounds, rows, pools: await poolsOf(tx, countyId, year) };
}
