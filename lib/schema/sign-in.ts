import { z } from 'zod';

const claim = z
  .string('malformed')
  .min(1, 'malformed')
  .max(512, 'malformed')
  .refine((value) => !value.includes('\0'), 'malformed');

/** What an issuer says of somebody. An e-mail address counts as verified only when the issuer says so. */
export const IssuerClaims = z
  .object({
    iss: claim,
    sub: claim,
    email: claim.nullish(),
    email_verified: z.union([z.boolean(), z.string()]).nullish(),
  })
  .transform(({ iss, sub, email, email_verified }) => ({
    iss,
    sub,
    email: email ?? null,
    verified: email != null && (email_verified === true || email_verified === 'true'),
  }));
