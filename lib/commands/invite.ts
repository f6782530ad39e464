import { findInvitation, saveInvitation } from '#lib/db/invite';
import { invite } from '#lib/domain/invite';
import type { Notice } from '#lib/domain/message';
import { Invite } from '#lib/schema/invite';
import { command } from '#lib/commands/command';

/** Gives somebody a role by their e-mail address; they sign in with it when they come. Again changes nothing. */
export const invitePerson = command({
  action: 'user.invite',
  schema: Invite,
  load: async (tx, input, { now }) => ({ ...(await findInvitation(tx, input, now)), input }),
  decide: (found, input) => invite(found, input),
  save: async (tx, { input, user }, place, { now }) => {
    const { userId, changed } = await saveInvitation(
      tx,
      { email: input.email, name: input.name, id: user?.id ?? null },
      place,
      now,
    );
    const details = { name: user?.name ?? input.name ?? input.email, role: place.role };
    const log = changed
      ? [{ subjectId: userId, subjectType: 'user', roundId: null, countyId: place.countyId, details }]
      : [];
    const told: Notice = { kind: 'role-given', subjectId: userId, to: [{ userId }], details: { role: place.role } };
    return { value: { userId, changed }, log, tell: changed ? [told] : [] };
  },
});
