import CredentialsProvider from 'next-auth/providers/credentials';
import { db } from '#lib/db/client';
import { findDemoPersons, isDemoPerson, type PersonRole } from '#lib/db/people/user';
import { authEnvironment } from './environment';

export type { PersonRole };

/** Lets one be a person of the demo, and nobody else. Only in use with DEMO_MODE=1. */
export const demoProvider = CredentialsProvider({
  id: 'demo',
  name: 'Demo',
  credentials: { person: { type: 'text' } },
  async authorize(typed) {
    const id = typed?.person;
    if (typeof id !== 'string' || !/^[A-Za-z0-9-]{1,64}$/.test(id) || !authEnvironment().demo) return null;
    return (await isDemoPerson(db(), id, new Date())) ? { id } : null;
  },
});

/** Whom one may be in the demo, one row for each role; null when this is no demo. */
export async function demoPersons(now: Date): Promise<PersonRole[] | null> {
  return authEnvironment().demo ? findDemoPersons(db(), now) : null;
}

/** Whether an OpenID Connect issuer is set up. */
export const hasIssuer = (): boolean => authEnvironment().oidc !== null;
