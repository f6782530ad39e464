import { lockNeed } from '#lib/db/behovsmelding';
import { removeSubPartner } from '#lib/db/need-partners';
import { speaksThrough } from '#lib/domain/need-uh';
import { done, invalid } from '#lib/domain/outcome';
import { RemoveSubPartner } from '#lib/schema/need-partners';
import { command } from './command';

/** Takes away somebody who was to take part through a UH. */
export const removeSubPartnerOf = command({
  action: 'behovsmelding.remove-sub-partner',
  schema: RemoveSubPartner,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, { subPartnerId }, { actor }) => {
    const uh = before.uh.find(({ subPartners }) => subPartners.some((one) => one.id === subPartnerId));
    const found = uh?.subPartners.find((one) => one.id === subPartnerId);
    return uh !== undefined && found !== undefined && speaksThrough(before, actor, uh.organisationId)
      ? done({ ...found, uh: uh.name })
      : invalid({ subPartnerId: 'not-in-list' });
  },
  save: async (tx, need, { id, name, uh }, { now }) => {
    await removeSubPartner(tx, need.id, id, now);
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { name, uh } }],
    };
  },
});
