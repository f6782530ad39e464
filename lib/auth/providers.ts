import CredentialsProvider from 'next-auth/providers/credentials';
import { db } from '#lib/db/client';
import { findDemoPersons, isDemoPerson, type PersonRole } from '#lib/db/people/user';
import { authEnvironment } from './environment';
import type { OAuthConfig } from 'next-auth/providers/oauth';

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

interface Claims {
  sub: string;
  [claim: string]: unknown;
}

/** The issuer everyone but the demo's persons signs in with: code flow with PKCE, state and nonce. */
export const oidcProvider = (settings: {
  issuer: string;
  clientId: string;
  clientSecret: string;
}): OAuthConfig<Claims> => ({
  id: 'oidc',
  name: 'OpenID Connect',
  type: 'oauth',
  issuer: settings.issuer,
  wellKnown: `${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  clientId: settings.clientId,
  clientSecret: settings.clientSecret,
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  authorization: { params: { scope: 'openid email profile' } },
  userinfo: {
    // Many issuers keep the e-mail address out of the ID token. The client compares the two subjects.
    async request({ client, tokens }) {
      const claims =
        client.issuer.metadata.userinfo_endpoint === undefined || tokens.access_token === undefined
          ? {}
          : await client.userinfo(tokens.access_token);
      const own = tokens.id_token === undefined ? {} : idClaims(tokens.id_token);
      if ('sub' in claims && 'sub' in own && claims.sub !== own.sub)
        throw new Error('The issuer tells of two persons.');
      return { ...claims, ...own };
    },
  },
  profile: (claims) => ({ id: claims.sub }),
});

/** The claims of an ID token the client has already verified. */
function idClaims(token: string): object {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return typeof claims === 'object' && claims !== null ? claims : {};
}
