import { roundSubject, ruleSetOf } from '#lib/db/round';
import { findRoundNeedSums } from '#lib/db/round-need-sums';
import { findRoundNeeds } from '#lib/db/round-needs';
import { RoundNeeds } from '#lib/schema/round';
import { query } from './query';

/** Fifty of a round's sent needs with their statuses, and the counts and sums of what is filtered. */
export const roundNeedsPage = query({
  action: 'round.work',
  schema: RoundNeeds,
  load: async (tx, { id }) => {
    const round = await roundSubject(tx, id);
    return round === null ? null : { ...round, rules: await ruleSetOf(tx, round) };
  },
  show: async (round, _, tx, filter) => {
    const [needs, sums] = await Promise.all([findRoundNeeds(tx, round, filter), findRoundNeedSums(tx, round, filter)]);
    return { round, filter, needs, sums };
  },
});
export type RoundNeedsPage = NonNullable<Awaited<ReturnType<typeof roundNeedsPage>>>;
