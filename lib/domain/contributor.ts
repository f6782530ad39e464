import { done, invalid, type Decision } from './outcome';
import type { Grant, Role } from './policy';

export const CONTRIBUTOR_MAY = ['comment', 'write'] as const;
export type ContributorMay = (typeof CONTRIBUTOR_MAY)[number];

/** Somebody asked to a need: by whom, for which school, and what they may do. */
export interface Contributor { id: string; userId: string; name: string; email: string; may: ContributorMay; unit: string; invitedByName: string; invitedAt: Date }

/** Whom an address belongs to, and whether they are asked to this need already; null when the portal knows nobody by it. */
export interface Invited { id: string; name: string; ended: boolean; grants: readonly Grant[]; now: { id: string; may: ContributorMay } | null }

// Whoever may not see a draft is not asked into one.
const NEVER: ReadonlySet<Role> = new Set(['caseworker', 'approver', 'auditor']);

export interface Invitation { userId: string | null; endsId: string | null }

/** Asking somebody to comment or to write. Asked again to do the other, that is what they may from now on. */
export function decideInvite({ person, ownerIds }: { person: Invited | null; ownerIds: readonly string[] }, { name, may }: { name: string; may: ContributorMay }): Decision<Invitation> {
  if (person === null) return name === '' ? invalid({ name: 'required' }) : done({ userId: null, endsId: null });
  if (person.ended) return invalid({ email: 'access-ended' });
  if (person.grants.some(({ role }) => NEVER.has(role))) return invalid({ email: 'works-for-county' });
  const writes = person.grants.some(({ role, organisationId }) => (role === 'skoleeier' || role === 'leader') && organisationId !== null && ownerIds.includes(organisationId));
  if (writes || person.now?.may === may) return invalid({ email: 'already-here' });
  return done({ userId: person.id, endsId: person.now?.id ?? null });
}
