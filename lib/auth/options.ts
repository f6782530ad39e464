import type { AuthOptions } from 'next-auth';
import { authEnvironment } from './environment';
import { demoProvider, oidcProvider } from './providers';
import { pathHere } from '#lib/domain/path';

/** Finds the person an issuer's claims are about: their id, or the code of the sentence that says why not. */
export type Recognise = (claims: unknown) => Promise<{ userId: string } | { refusal: string }>;

const WORKING_DAY_SECONDS = 12 * 60 * 60;

/** How next-auth signs in: a session that holds nothing but the user's id. */
export function authOptions(recognise: Recognise): AuthOptions {
  const { secret, demo, oidc } = authEnvironment();
  return {
    secret,
    providers: [...(demo ? [demoProvider] : []), ...(oidc === null ? [] : [oidcProvider(oidc)])],
    session: { strategy: 'jwt', maxAge: WORKING_DAY_SECONDS },
    pages: { signIn: '/logg-inn', signOut: '/logg-ut', error: '/logg-inn' },
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider === 'demo') return true;
        const found = await recognise(profile);
        if ('refusal' in found) return `/logg-inn?error=${found.refusal}`;
        user.id = found.userId;
        return true;
      },
      // Paths alone, so that signing in works under every name the portal is reached by.
      redirect: ({ url }) => pathHere(url, '/forside'),
      // At sign-in `user` is there, whatever the types say.
      jwt: ({ token, user }) => ({ sub: (user as { id?: string } | undefined)?.id ?? token.sub ?? '' }),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
