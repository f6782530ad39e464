import { command } from '#lib/commands/command';
import { insertRound, lockOpening } from '#lib/db/round-open';
import { dayOf } from '#lib/domain/deadline';
import { openRound } from '#lib/domain/round';
import { OpenRound } from '#lib/schema/round';

/** Opens a round under a rule set that it keeps. */
export const roundOpen = command({
  action: 'round.open',
  schema: OpenRound,
  load: (tx, { countyId }) => lockOpening(tx, countyId),
  decide: openRound,
  save: async (tx, { countyId }, value, { now }) => {
    const id = await insertRound(tx, countyId, value, now);
    const { programme, year, budget, reserve, ruleSetId } = value;
    const log = [
      {
        subjectType: 'round',
        subjectId: id,
        roundId: id,
        countyId,
        details: { programme, year, budget, reserve, ruleSetId },
      },
    ];
    return {
      value: { id },
      log,
      tell: [
        { kind: 'round-opened', subjectId: id, details: { programme, year, lastDay: dayOf(value.deadlines.need) } },
      ],
    };
  },
});
