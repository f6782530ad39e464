import { z } from 'zod';

const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const Environment = z.object({
  NODE_ENV: text,
  NEXTAUTH_SECRET: text,
  NEXTAUTH_URL: text.pipe(z.url().optional()),
  DEMO_MODE: text,
  OIDC_ISSUER: text.pipe(z.url().optional()),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
});

/** How signing in is set up. Refuses to run in production without a key to sign sessions with. */
export function authEnvironment() {
  const env = Environment.parse(process.env);
  const secret = env.NEXTAUTH_SECRET ?? (env.NODE_ENV === 'production' ? undefined : 'a key for development alone');
  if (secret === undefined) throw new Error('NEXTAUTH_SECRET is missing: set it to at least 32 random characters.');
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  return {
    secret,
    address: env.NEXTAUTH_URL ?? 'http://localhost:3000',
    demo: env.DEMO_MODE === '1',
    oidc:
      issuer !== undefined && clientId !== undefined && clientSecret !== undefined
        ? { issuer, clientId, clientSecret }
        : null,
  };
}
