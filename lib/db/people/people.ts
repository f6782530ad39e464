import { sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { onDay } from '#lib/db/facts/dates';
import { arrayOf } from '#lib/db/values';
import { findHeldIn } from './role';
import { hasEnded } from './user';
import { dayAt } from '#lib/domain/day';
import type { HeldRole, Known } from '#lib/domain/people/people';
import type { Role } from '#lib/domain/policy/row';
import type { OrganisationKind } from '#lib/domain/states';

export interface OrganisationSubject {
  id: string;
  name: string;
  kind: OrganisationKind;
  orgnr: string | null;
  countyId: string | null;
  ownerIds: string[];
}

const organisation = (tx: Tx, id: string) =>
  tx
    .selectFrom('Organisation as o')
    .where('o.id', '=', id)
    .select(['o.id', 'o.name', 'o.kind', 'o.orgnr', 'o.countyId'])
    .select((eb) => sql<string[]>`array[${eb.ref('o.id')}]`.as('ownerIds'));

/** An organisation as the policy sees it. */
export const findOrganisation = async (tx: Tx, id: string): Promise<OrganisationSubject | null> =>
  (await organisation(tx, id).executeTakeFirst()) ?? null;

export interface ForumSubject {
  id: string;
  name: string;
  countyId: string;
  forumId: string;
}

const forum = (tx: Tx, id: string) =>
  tx
    .selectFrom('Samarbeidsforum as f')
    .where('f.id', '=', id)
    .select(['f.id', 'f.name', 'f.countyId', 'f.id as forumId']);

/** A samarbeidsforum as the policy sees it. */
export const findForum = async (tx: Tx, id: string): Promise<ForumSubject | null> =>
  (await forum(tx, id).executeTakeFirst()) ?? null;

/** Two invitations to one address wait for each other. */
async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.selectNoFrom(sql`pg_advisory_xact_lock(hashtext(${`invite ${email}`}))`.as('held')).execute();
}

/** Whose an e-mail address is, held so that no other invitation makes the same person meanwhile. */
export async function lockKnown(tx: Tx, email: string, now: Date): Promise<Known | null> {
  await lockAddress(tx, email);
  const day = onDay(dayAt(now));
  const found = await tx
    .selectFrom('User as u')
    .where('u.email', '=', email)
    .select('u.id')
    .select((eb) => [
      hasEnded(eb.ref('u.endedAt'), now).as('ended'),
      arrayOf(
        eb
          .selectFrom('RoleGrant as r')
          .whereRef('r.userId', '=', 'u.id')
          .where((of) =>
            of.or([of('r.to', 'is', null), of.and([of('r.to', '>', day), of('r.to', '>', of.ref('r.from'))])]),
          )
          .select('r.role')
          .union(
            eb
              .selectFrom('Contributor as c')
              .whereRef('c.userId', '=', 'u.id')
              .where('c.endedAt', 'is', null)
              .select(sql<Role>`'contributor'`.as('role')),
          ),
      ).as('roles'),
    ])
    .executeTakeFirst();
  return found ?? null;
}

/** An organisation held while its people change, with the roles in it. */
export async function lockOrganisation(
  tx: Tx,
  id: string,
  now: Date,
): Promise<(OrganisationSubject & { held: HeldRole[] }) | null> {
  const found = await organisation(tx, id).forNoKeyUpdate().executeTakeFirst();
  return found === undefined ? null : { ...found, held: await findHeldIn(tx, { organisationId: id }, now) };
}

/** A forum held while its people change, with its members, deputies and secretariat. */
export async function lockForum(tx: Tx, id: string, now: Date): Promise<(ForumSubject & { held: HeldRole[] }) | null> {
  const found = await forum(tx, id).forNoKeyUpdate().executeTakeFirst();
  return found === undefined ? null : { ...found, held: await findHeldIn(tx, { forumId: id }, now) };
}
