import { lockNeed } from '#lib/db/behovsmelding';
import { findInvited, saveInvited } from '#lib/db/contributor';
import { decideInvite } from '#lib/domain/contributor';
import { InviteContributor } from '#lib/schema/contributor';
import { command } from './command';

/** Asks a school or a colleague to comment on one need or to write in it. They see that need and nothing else of the owner's. */
export const inviteContributor = command({
  action: 'contributor.invite',
  schema: InviteContributor,
  load: async (tx, input, { now }) => {
    const need = await lockNeed(tx, input.id, now);
    return need === null ? null : { ...need, person: await findInvited(tx, need.id, input.email, now), input };
  },
  decide: (before, input) => decideInvite(before, input),
  save: async (tx, { input: { email, name, may, unit }, ...need }, invitation, { actor, now }) => {
    const userId = await saveInvited(tx, invitation, {
      needId: need.id,
      email,
      name,
      may,
      unit,
      by: actor.userId,
      now,
    });
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { name, unit, may } }];
    return {
      value: { id: need.id },
      log,
      tell: [{ kind: 'need-invited', subjectId: need.id, details: { title: need.title }, to: [{ userId }] }],
    };
  },
});
