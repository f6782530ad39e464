import { dayOf } from '#lib/domain/deadline';
import type { Notice } from '#lib/domain/message';
import { openYear as decideOpen } from '#lib/domain/year';
import { OpenYear } from '#lib/schema/setup';
import { insertRound } from '#lib/db/round-open';
import { lockSetup } from '#lib/db/setup';
import { command, type Entry } from './command';

/** Opens a year's rounds as they were planned from the last, all or none; those already open stay as they are. */
export const openYear = command({
  action: 'year.open',
  schema: OpenYear,
  load: async (tx, { countyId, year }) => {
    const found = await lockSetup(tx, countyId);
    return found === null ? null : { ...found, year };
  },
  decide: (before, input) => decideOpen(before, input),
  save: async (tx, { countyId, year }, rounds, { now }) => {
    const log: Entry[] = [];
    const tell: Notice[] = [];
    for (const round of rounds) {
      const { programme, budget, reserve, ruleSetId, deadlines } = round;
      const id = await insertRound(tx, countyId, round, now);
      log.push({
        action: 'round.open',
        subjectType: 'round',
        subjectId: id,
        roundId: id,
        countyId,
        details: { programme, year, budget, reserve, ruleSetId },
      });
      tell.push({ kind: 'round-opened', subjectId: id, details: { programme, year, lastDay: dayOf(deadlines.need) } });
    }
    if (rounds.length > 0)
      log.push({ subjectId: countyId, roundId: null, countyId, details: { year, rounds: rounds.length } });
    return { value: { countyId, year, opened: rounds.length }, log, tell };
  },
});
