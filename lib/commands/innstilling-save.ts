import { command } from '#lib/commands/command';
import { lockForumRound, writeDraft } from '#lib/db/innstilling';
import { saveInnstilling, sumRecommended } from '#lib/domain/innstilling';
import { WriteInnstilling } from '#lib/schema/innstilling';

/** Saves the forum's innstilling as a draft. */
export const innstillingSave = command({
  action: 'innstilling.save',
  schema: WriteInnstilling,
  load: (tx, { id }) => lockForumRound(tx, id),
  decide: saveInnstilling,
  save: async (tx, { id, countyId }, input) => {
    await writeDraft(tx, input);
    const { network, uh } = sumRecommended(input.lines);
    return { value: { id }, log: [{ subjectId: id, roundId: id, countyId, details: { lines: input.lines.length, network, uh } }] };
  },
});
