import { lockNeed } from '#lib/db/behovsmelding';
import { sharePartner } from '#lib/db/need-partners';
import { decideShare } from '#lib/domain/need-uh';
import { ShareNeed } from '#lib/schema/need-partners';
import { command } from './command';

/** Lets a UH that a draft names read it, answer, and write its own part. */
export const shareBehovsmelding = command({
  action: 'behovsmelding.share',
  schema: ShareNeed,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, input) => decideShare(before, input),
  save: async (tx, need, { uh, changed }, { actor, now }) => {
    if (changed) await sharePartner(tx, need.id, uh.organisationId, actor.userId, now);
    const log = changed
      ? [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { uh: uh.name } }]
      : [];
    const tell = changed
      ? [
          {
            kind: 'need-shared' as const,
            subjectId: need.id,
            to: [{ role: 'uh' as const, organisationId: uh.organisationId }],
            details: { title: need.title },
          },
        ]
      : [];
    return { value: { id: need.id }, log, tell };
  },
});
