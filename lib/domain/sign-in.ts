import { done, refused, type Decision } from './outcome';

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
