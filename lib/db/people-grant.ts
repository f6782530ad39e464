import type { HeldRole } from '#lib/domain/people';
import type { Tx } from './client';
import { findGrant, findHeldIn } from './people';

interface Place {
  organisationId: string | null;
  forumId: string | null;
  regionId: string | null;
  countyId: string | null;
  role: string;
}
/** A role as the policy sees it: with those who may take it back. */
export interface GrantSubject {
  countyId: string | null;
  forumId: string | null;
  ownerIds: string[];
  grant: HeldRole;
  held: HeldRole[];
  place: Place;
}

const IN_FORUM = ['member', 'deputy'];
const OF_COUNTY = [...IN_FORUM, 'secretariat', 'coordinator'];

/** A role held while it is taken back, and the other roles of its organisation. What stands for Statsforvalteren itself is taken back by nobody here. */
export async function lockGrant(tx: Tx, id: string, now: Date): Promise<GrantSubject | null> {
  const [place] = await tx.$queryRaw<
    Place[]
  >`SELECT "organisationId", "forumId", "regionId", "countyId", role FROM "RoleGrant" WHERE id = ${id}`;
  if (place === undefined) return null;
  // The place before the role in it, as when a role is given.
  if (place.organisationId !== null)
    await tx.$executeRaw`SELECT 1 FROM "Organisation" WHERE id = ${place.organisationId} FOR NO KEY UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM "RoleGrant" WHERE id = ${id} FOR UPDATE`;
  const held = place.organisationId === null ? [] : await findHeldIn(tx, { organisationId: place.organisationId }, now);
  const grant = held.find((one) => one.id === id) ?? (await findGrant(tx, id, now));
  if (grant === undefined) return null;
  return {
    grant,
    held,
    place,
    ownerIds: place.organisationId === null ? [] : [place.organisationId],
    forumId: IN_FORUM.includes(place.role) ? place.forumId : null,
    countyId: OF_COUNTY.includes(place.role) ? place.countyId : null,
  };
}
