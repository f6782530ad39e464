import type { Day } from '#lib/domain/day';
import { type NewOrganisation, searchWords } from '#lib/domain/organisation';
import type { OrganisationKind } from '#lib/domain/states';
import { type NotNull, sql } from 'kysely';
import type { Tx } from './client';
import { holdsAt, holdsOn } from './facts/dates';
import { delegatedRegions } from './people/delegation';
import { any, arrayOf, newId, recordset } from './values';

/** A county that an organisation is added to, and who has the number already. */
export async function lockForOrganisation(
  tx: Tx,
  { countyId, orgnr }: { countyId: string; orgnr: string | null },
): Promise<{ countyId: string; known: { name: string } | null } | null> {
  const county = await tx
    .selectFrom('County')
    .where('id', '=', countyId)
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (county === undefined) return null;
  const known =
    orgnr === null
      ? undefined
      : await tx.selectFrom('Organisation').where('orgnr', '=', orgnr).select('name').executeTakeFirst();
  return { countyId, known: known ?? null };
}

/** Makes an organisation of the county; answers its id. */
export async function insertOrganisation(tx: Tx, countyId: string, data: NewOrganisation): Promise<string> {
  const id = newId();
  await tx
    .insertInto('Organisation')
    .values({ id, countyId, ...data })
    .execute();
  return id;
}

export interface NamedSubject {
  id: string;
  name: string;
  countyId: string | null;
  ownerIds: string[];
  registered: string | null;
}

/** An organisation with the name Enhetsregisteret has, held while it takes it. */
export async function lockName(tx: Tx, id: string): Promise<NamedSubject | null> {
  const found = await tx
    .selectFrom('Organisation as o')
    .where('o.id', '=', id)
    .select(['o.id', 'o.name', 'o.countyId'])
    .select((eb) => [
      sql<string[]>`array[${eb.ref('o.id')}]`.as('ownerIds'),
      eb.selectFrom('RegisterUnit as u').whereRef('u.orgnr', '=', 'o.orgnr').select('u.name').as('registered'),
    ])
    .forNoKeyUpdate()
    .executeTakeFirst();
  return found ?? null;
}

/** Gives an organisation the name it has now. */
export const setName = async (tx: Tx, id: string, name: string): Promise<void> => {
  await tx.updateTable('Organisation').set({ name }).where('id', '=', id).execute();
};

export interface OwnerSubject {
  id: string;
  name: string;
  kind: OrganisationKind;
  countyId: string;
  ownerIds: string[];
  delegatedRegionIds: string[];
  regionId: string | null;
}

/** An owner as the policy sees it, with the region it belongs to today. */
export async function findOwner(tx: Tx, id: string, now: Date): Promise<OwnerSubject | null> {
  const found = await tx
    .selectFrom('Organisation as o')
    .where('o.id', '=', id)
    .where('o.countyId', 'is not', null)
    .select(['o.id', 'o.name', 'o.kind', 'o.countyId'])
    .select((eb) => [
      sql<string[]>`array[${eb.ref('o.id')}]`.as('ownerIds'),
      delegatedRegions(eb.ref('o.id'), now, 'needs').as('delegatedRegionIds'),
      eb
        .selectFrom('RegionMembership as m')
        .whereRef('m.organisationId', '=', 'o.id')
        .where((of) => holdsAt({ from: of.ref('m.from'), to: of.ref('m.to') }, now))
        .select('m.regionId')
        .orderBy('m.from')
        .orderBy('m.regionId')
        .limit(1)
        .as('regionId'),
    ])
    .$narrowType<{ countyId: NotNull }>()
    .executeTakeFirst();
  return found ?? null;
}

export interface ListedOrganisation {
  id: string;
  name: string;
  orgnr: string | null;
  kind: OrganisationKind;
  countyId: string | null;
  kommunenr: string | null;
  registered: string | null;
  people: number;
  administrators: string[];
}

/** The organisations of these counties, or these alone: with the name Enhetsregisteret has and who holds roles in them today. */
export const findOrganisations = (
  tx: Tx,
  { counties, own }: { counties: readonly string[]; own: readonly string[] },
  today: Day,
): Promise<ListedOrganisation[]> =>
  tx
    .selectFrom('Organisation as o')
    .leftJoin('RegisterUnit as u', 'u.orgnr', 'o.orgnr')
    .where((eb) => eb.or([eb('o.countyId', '=', any(counties)), eb('o.id', '=', any(own))]))
    .select(['o.id', 'o.name', 'o.orgnr', 'o.kind', 'o.countyId', 'o.kommunenr', 'u.name as registered'])
    .select((eb) => {
      const held = eb
        .selectFrom('RoleGrant as r')
        .whereRef('r.organisationId', '=', 'o.id')
        .where((eb) => holdsOn({ from: eb.ref('r.from'), to: eb.ref('r.to') }, today));
      return [
        sql<number>`${held.select(({ fn }) => fn.count<number>('r.userId').distinct().as('people'))}`.as('people'),
        arrayOf(
          held
            .innerJoin('User as p', 'p.id', 'r.userId')
            .where('r.role', '=', 'administrator')
            .select(({ fn }) => fn.coalesce('r.invitedAs', 'p.name').as('shown'))
            .orderBy('shown'),
        ).as('administrators'),
      ];
    })
    .orderBy('o.name')
    .orderBy('o.id')
    .execute();

export interface RegisteredUnit {
  orgnr: string;
  name: string;
  form: string;
  kommunenr: string | null;
}

/** Stores a batch of units as they are in the file; a unit that is there is written over. Answers how many. */
export async function putUnits(tx: Tx, units: readonly RegisteredUnit[], at: Date): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('RegisterUnit')
    .columns(['orgnr', 'name', 'form', 'kommunenr', 'refreshedAt'])
    .expression((eb) =>
      eb
        .selectFrom(recordset('u', units, { orgnr: 'text', name: 'text', form: 'text', kommunenr: 'text' }))
        .distinctOn('u.orgnr')
        .select(['u.orgnr', 'u.name', 'u.form', 'u.kommunenr', sql<Date>`${at}::timestamptz`.as('refreshedAt')]),
    )
    .onConflict((oc) =>
      oc.column('orgnr').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        form: eb.ref('excluded.form'),
        kommunenr: eb.ref('excluded.kommunenr'),
        refreshedAt: eb.ref('excluded.refreshedAt'),
      })),
    )
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

/** Takes away the units that the newest file did not have. */
export const dropUnits = async (tx: Tx, before: Date): Promise<number> =>
  Number(
    (await tx.deleteFrom('RegisterUnit').where('refreshedAt', '<', before).executeTakeFirstOrThrow()).numDeletedRows,
  );

export const countUnits = async (tx: Tx): Promise<number> =>
  (
    await tx
      .selectFrom('RegisterUnit')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

/** The units with this number, or whose names have these words; the shortest names first. */
export async function findUnits(tx: Tx, typed: string): Promise<RegisteredUnit[]> {
  const number = typed.replaceAll(/\s/g, '');
  const words = searchWords(typed);
  if (words.length === 0) return [];
  const wanted = words.map((word) => `${word}:*`).join(' & ');
  const units = tx.selectFrom('RegisterUnit').select(['orgnr', 'name', 'form', 'kommunenr']);
  return (
    /^\d{9}$/.test(number)
      ? units.where('orgnr', '=', number)
      : units.where((eb) => sql<boolean>`to_tsvector('simple', ${eb.ref('name')}) @@ to_tsquery('simple', ${wanted})`)
  )
    .orderBy((eb) => sql`length(${eb.ref('name')})`)
    .orderBy('name')
    .limit(20)
    .execute();
}

export const findUnit = async (tx: Tx, orgnr: string): Promise<RegisteredUnit | null> =>
  (await tx
    .selectFrom('RegisterUnit')
    .where('orgnr', '=', orgnr)
    .select(['orgnr', 'name', 'form', 'kommunenr'])
    .executeTakeFirst()) ?? null;
