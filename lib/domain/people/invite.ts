import { type Decision, done, invalid, refused } from '#lib/domain/outcome';
import type { Role } from '#lib/domain/policy/row';
import { UH_KINDS, type OrganisationKind } from '#lib/domain/states';
import { takesBothSides } from './people';

/** The roles somebody can be invited to. */
export const INVITED_ROLES = [
  'skoleeier',
  'leader',
  'coordinator',
  'uh',
  'secretariat',
  'member',
  'deputy',
  'caseworker',
  'approver',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];
export type InvitedRole = (typeof INVITED_ROLES)[number];

/** What the database found for the names in an invitation; null when it found none. */
export interface Invitation {
  readonly county: { id: string } | null;
  readonly organisation: { id: string; kind: OrganisationKind; countyId: string | null } | null;
  readonly region: { id: string } | null;
  readonly fora: readonly { id: string }[];
  readonly user: { id: string; ended: boolean; isDemo: boolean; roles: readonly Role[] } | null;
}
export interface InvitePlace {
  role: InvitedRole;
  countyId: string | null;
  organisationId: string | null;
  regionId: string | null;
  forumId: string | null;
}

/** Where the role is to hold. Refuses a role without its place, somebody whose access has ended, and whoever is on the other side. */
export function decideOfficeInvite(found: Invitation, { role }: { role: InvitedRole }): Decision<InvitePlace> {
  const { county, organisation, region, fora, user } = found;
  if (user !== null && (user.ended || user.isDemo)) return refused({ code: 'access-ended' });
  if (user !== null && takesBothSides(role, user.roles)) return refused({ code: 'can-not-invite' });
  const place: InvitePlace = {
    role,
    countyId: county?.id ?? null,
    organisationId: null,
    regionId: null,
    forumId: null,
  };
  if (role === 'uh') {
    return organisation === null || !UH_KINDS.includes(organisation.kind)
      ? invalid({ organisation: 'not-in-list' })
      : done({ ...place, organisationId: organisation.id });
  }
  if (role === 'skoleeier' || role === 'leader') {
    if (organisation === null || organisation.countyId === null || UH_KINDS.includes(organisation.kind))
      return invalid({ organisation: 'not-in-list' });
    if (county !== null && county.id !== organisation.countyId) return invalid({ county: 'not-in-list' });
    return done({ ...place, countyId: organisation.countyId, organisationId: organisation.id });
  }
  if (role === 'administrator')
    return organisation === null
      ? invalid({ organisation: 'not-in-list' })
      : done({ ...place, countyId: organisation.countyId, organisationId: organisation.id });
  if (county === null) return invalid({ county: 'not-in-list' });
  if (role === 'coordinator')
    return region === null ? invalid({ region: 'not-in-list' }) : done({ ...place, regionId: region.id });
  if (role === 'secretariat' || role === 'member' || role === 'deputy') {
    const [forum] = fora;
    return forum === undefined || fora.length > 1
      ? invalid({ forum: 'not-in-list' })
      : done({ ...place, forumId: forum.id });
  }
  return done(place);
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly ended: boolean;
  readonly linked: boolean;
  readonly countyId: string | null;
}

/**
 * Who somebody is that an issuer vouches for: known by its subject, else an invited person by a verified e-mail address,
 * whose subject is then to be stored. Refuses an unverified or unknown address, one already linked, and an ended access.
 */
export function signIn(
  before: { bySubject: Person | null; byEmail: Person | null },
  claims: { verified: boolean },
): Decision<{ person: Person; link: boolean }> {
  const { bySubject, byEmail } = before;
  if (bySubject !== null)
    return bySubject.ended ? refused({ code: 'access-ended' }) : done({ person: bySubject, link: false });
  if (!claims.verified) return refused({ code: 'email-unverified' });
  if (byEmail === null || byEmail.isDemo) return refused({ code: 'not-invited' });
  if (byEmail.ended) return refused({ code: 'access-ended' });
  if (byEmail.linked) return refused({ code: 'email-linked' });
  return done({ person: byEmail, link: true });
}
