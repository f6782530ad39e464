import { linkSubject, lockForSignIn } from '#lib/db/user';
import { signIn } from '#lib/domain/sign-in';
import { IssuerClaims } from '#lib/schema/sign-in';
import { command } from '#lib/commands/command';

/** Finds who an issuer's claims are about, and stores the subject the first time. Answers the user's id. */
export const signInPerson = command({
  action: 'user.sign-in',
  schema: IssuerClaims,
  load: async (tx, claims, { now }) => ({ ...(await lockForSignIn(tx, claims, now)), claims }),
  decide: (before, claims) => signIn(before, claims),
  save: async (tx, { claims }, { person, link }) => {
    if (!link) return { value: person.id, log: [] };
    await linkSubject(tx, person.id, claims);
    return {
      value: person.id,
      log: [
        {
          subjectId: person.id,
          subjectType: 'user',
          roundId: null,
          countyId: person.countyId,
          details: { name: person.name },
        },
      ],
    };
  },
});
