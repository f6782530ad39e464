import { findNeed } from '#lib/db/behovsmelding';
import { findContributors, findTeam } from '#lib/db/contributor';
import { allowed } from '#lib/domain/may';
import { ById } from '#lib/schema/fields';
import { query } from './query';

/** Who writes a need: the owner's own people, whom they have handed it to, and those they have asked. */
export const writersOf = query({
  action: 'contributor.read',
  schema: ById,
  load: (tx, { id }, { now }) => findNeed(tx, id, now),
  show: async (need, { actor, now }, tx) => ({
    need,
    team: await findTeam(tx, need, now),
    contributors: await findContributors(tx, need.id),
    allowed: allowed(actor, ['contributor.invite', 'contributor.end'], need),
  }),
});
