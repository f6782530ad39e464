import { lockNeed } from '#lib/db/behovsmelding';
import { addSubPartner } from '#lib/db/need-partners';
import { decideAddSub } from '#lib/domain/need-uh';
import { AddSubPartner } from '#lib/schema/need-partners';
import { command } from './command';

/** Names somebody who takes part through a UH: another institution, a centre, somebody abroad. */
export const addSubPartnerOf = command({
  action: 'behovsmelding.add-sub-partner',
  schema: AddSubPartner,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, input, { actor }) => decideAddSub(before, input, actor),
  save: async (tx, need, { throughId, name, country, what }, { actor, now }) => {
    await addSubPartner(tx, need.id, throughId, { name, country, what }, actor.userId, now);
    const details = { name, uh: need.uh.find((uh) => uh.organisationId === throughId)?.name ?? null };
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }],
    };
  },
});
