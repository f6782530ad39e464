import { lockNeed } from '#lib/db/behovsmelding';
import { removePartner } from '#lib/db/need-partners';
import { decideRemove } from '#lib/domain/need-uh';
import { RemovePartner } from '#lib/schema/need-partners';
import { command } from './command';

/** Takes a UH out of a draft with all that is its own. What is lost is kept in the log; a UH that could read the draft is told. */
export const removePartnerOf = command({
  action: 'behovsmelding.remove-partner',
  schema: RemovePartner,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, input) => decideRemove(before, input),
  save: async (tx, need, { uh: { organisationId, name }, lost, knew }, { now }) => {
    await removePartner(tx, need.id, organisationId, now);
    const log = [
      { subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { uh: name, ...lost } },
    ];
    const tell = knew
      ? [
          {
            kind: 'partner-removed' as const,
            subjectId: need.id,
            to: [{ role: 'uh' as const, organisationId }],
            details: { title: need.title, uh: name, owner: need.ownerName },
          },
        ]
      : [];
    return { value: { id: need.id }, log, tell };
  },
});
