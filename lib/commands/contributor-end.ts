import { lockNeed } from '#lib/db/behovsmelding';
import { endContributor, findContributors } from '#lib/db/contributor';
import { done } from '#lib/domain/outcome';
import { EndContributor } from '#lib/schema/contributor';
import { command } from './command';

/** Takes somebody off a need: from now on they see nothing of it. */
export const removeContributor = command({
  action: 'contributor.end',
  schema: EndContributor,
  load: async (tx, { id, contributorId }, { now }) => {
    const need = await lockNeed(tx, id, now);
    const contributor =
      need === null ? undefined : (await findContributors(tx, need.id)).find((one) => one.id === contributorId);
    return need === null || contributor === undefined ? null : { ...need, contributor };
  },
  decide: (before) => done(before.contributor),
  save: async (tx, need, { id, name, unit }, { now }) => {
    await endContributor(tx, id, now);
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { name, unit } }],
    };
  },
});
