import { dayAt } from '#lib/domain/day';
import type { Invitation, InvitePlace } from '#lib/domain/people/invite';
import { sql, type Expression, type SqlBool } from 'kysely';
import type { Tx } from '#lib/db/client';
import { holdsAt } from '#lib/db/facts/dates';
import { newId } from '#lib/db/values';
import { lockKnown } from './people';
import { insertPerson } from './user';

export interface InvitationRow extends Invitation {
  user: (NonNullable<Invitation['user']> & { name: string }) | null;
}
interface Names {
  email: string;
  county: string | null;
  organisation: string | null;
  region: string | null;
  forum: string | null;
}

/** Whether a name is this one, whatever the letters' size. */
const isNamed = (column: Expression<string>, name: string): Expression<SqlBool> =>
  sql<SqlBool>`lower(${column}) = lower(${name})`;

/** What the names in an invitation stand for; the county by its id or name, the organisation by its number. */
export async function findInvitation(tx: Tx, names: Names, now: Date): Promise<InvitationRow> {
  const known = await lockKnown(tx, names.email, now);
  const { forum, region: regionName, organisation: orgnr } = names;
  const county = await tx
    .selectFrom('County')
    .where((eb) => eb.or([isNamed(eb.ref('id'), names.county ?? ''), isNamed(eb.ref('name'), names.county ?? '')]))
    .select('id')
    .executeTakeFirst();
  const countyId = county?.id ?? '';
  const organisation =
    orgnr === null
      ? undefined
      : await tx
          .selectFrom('Organisation')
          .where('orgnr', '=', orgnr)
          .select(['id', 'kind', 'countyId'])
          .executeTakeFirst();
  const region =
    regionName === null
      ? undefined
      : await tx
          .selectFrom('Region')
          .where('countyId', '=', countyId)
          .where((eb) => isNamed(eb.ref('name'), regionName))
          .select('id')
          .executeTakeFirst();
  const fora = await tx
    .selectFrom('Samarbeidsforum')
    .where('countyId', '=', countyId)
    .$if(forum !== null, (query) => query.where((eb) => isNamed(eb.ref('name'), forum ?? '')))
    .select('id')
    .execute();
  const user =
    known === null
      ? null
      : {
          ...known,
          ...(await tx
            .selectFrom('User')
            .where('id', '=', known.id)
            .select(['name', 'isDemo'])
            .executeTakeFirstOrThrow()),
        };
  return { county: county ?? null, organisation: organisation ?? null, region: region ?? null, fora, user };
}

/** Gives somebody a role from today on, and answers whether that changed anything. */
export async function saveInvitation(
  tx: Tx,
  person: { email: string; name: string | null; id: string | null },
  place: InvitePlace,
  now: Date,
): Promise<{ userId: string; changed: boolean }> {
  const userId = person.id ?? (await insertPerson(tx, { ...person, name: person.name ?? person.email }, now));
  const held = await tx
    .selectFrom('RoleGrant')
    .where('userId', '=', userId)
    .where('role', '=', place.role)
    .where((eb) =>
      eb.and(
        (['countyId', 'organisationId', 'regionId', 'forumId'] as const).map((column) =>
          eb(column, 'is not distinct from', place[column]),
        ),
      ),
    )
    .where((eb) => holdsAt({ from: eb.ref('from'), to: eb.ref('to') }, now))
    .select('id')
    .executeTakeFirst();
  if (held !== undefined) return { userId, changed: false };
  await tx
    .insertInto('RoleGrant')
    .values({ id: newId(), ...place, userId, from: dayAt(now) })
    .execute();
  return { userId, changed: true };
}
