import { done, invalid, refused, type Decision } from './outcome';
import type { Known } from './people';
import type { Grant } from './policy';
import { takesBothSides } from './sides';

export const CONTRIBUTOR_MAY = ['comment', 'write'] as const;
export type ContributorMay = (typeof CONTRIBUTOR_MAY)[number];

/** Somebody asked to a need: by whom, for which school, and what they may do. */
export interface Contributor {
  id: string;
  userId: string;
  name: string;
  email: string;
  may: ContributorMay;
  unit: string;
  invitedByName: string;
  invitedAt: Date;
}

/** Whom an address belongs to, and whether they are asked to this need already; null when the portal knows nobody by it. */
export interface Invited extends Known {
  grants: readonly Grant[];
  now: { id: string; may: ContributorMay } | null;
}
export interface Invitation {
  userId: string | null;
  endsId: string | null;
}

/** Asking somebody to comment or to write. Asked again to do the other, that is what they may from now on. Refuses whoever may not see a draft, or has no access any more. */
export function decideInvite(
  { person, ownerIds }: { person: Invited | null; ownerIds: readonly string[] },
  { may }: { may: ContributorMay },
): Decision<Invitation> {
  if (person === null) return done({ userId: null, endsId: null });
  // One sentence for all that stands in the way of a stranger: the address tells nothing about its person.
  if (person.ended || takesBothSides('contributor', person.roles)) return refused({ code: 'can-not-invite' });
  const writes = person.grants.some(
    ({ role, organisationId }) =>
      (role === 'skoleeier' || role === 'leader') && organisationId !== null && ownerIds.includes(organisationId),
  );
  if (writes || person.now?.may === may) return invalid({ email: 'already-here' });
  return done({ userId: person.id, endsId: person.now?.id ?? null });
}
