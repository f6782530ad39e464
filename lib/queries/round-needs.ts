import { countLacks } from '#lib/db/need-lacks';
import { roundSubject, ruleSetOf } from '#lib/db/round';
import { findRoundNeedSums } from '#lib/db/round-need-sums';
import { exportRoundNeeds, findRoundNeeds } from '#lib/db/round-needs';
import { savedFilters } from '#lib/db/saved-filter';
import { allowed, may } from '#lib/domain/may';
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
  show: async (round, { actor }, tx, filter) => {
    const [needs, sums, lacks, saved] = await Promise.all([
      findRoundNeeds(tx, round, filter),
      findRoundNeedSums(tx, round, filter),
      countLacks(tx, round),
      savedFilters(tx, actor.userId),
    ]);
    // What is withdrawn is listed, but in no sum, unless it is what is asked for.
    const leavesOut = filter.state === undefined && sums.states.some(({ key }) => key === 'withdrawn');
    return {
      round,
      filter,
      needs,
      sums,
      leavesOut,
      lacks,
      saved,
      allowed: allowed(actor, ['behovsmelding.register-paper'], round),
      mayKeep: may(actor, 'filter.keep', {}),
    };
  },
});
export type RoundNeedsPage = NonNullable<Awaited<ReturnType<typeof roundNeedsPage>>>;

/** All the needs that the filters find, with more than the list shows. */
export const roundNeedsExport = query({
  action: 'round.work',
  schema: RoundNeeds,
  load: async (tx, { id }) => {
    const round = await roundSubject(tx, id);
    return round === null ? null : { ...round, rules: await ruleSetOf(tx, round) };
  },
  show: async (round, _viewer, tx, filter) => ({ round, needs: await exportRoundNeeds(tx, round, filter) }),
});
