import { forgetFilter, keepFilter, savedFilters } from '#lib/db/saved-filter';
import { done } from '#lib/domain/outcome';
import { ForgetFilter, KeepFilter } from '#lib/schema/saved-filter';
import { command } from './command';

// What somebody keeps for themselves is no part of any case, and so in no log.
/** Keeps the filters of a list by a name. */
export const keepListFilter = command({
  action: 'filter.keep',
  schema: KeepFilter,
  load: () => Promise.resolve({}),
  decide: (_before, input) => done(input),
  save: async (tx, _before, { name, query, roundId }, { actor }) => {
    await keepFilter(tx, actor.userId, name, query);
    return { value: { roundId, query }, log: [] };
  },
});

/** Forgets a filter; only one's own can be. */
export const forgetListFilter = command({
  action: 'filter.forget',
  schema: ForgetFilter,
  load: async (tx, { id }, { actor }) =>
    (await savedFilters(tx, actor.userId)).some((one) => one.id === id) ? {} : null,
  decide: (_before, input) => done(input),
  save: async (tx, _before, { id, roundId }, { actor }) => {
    await forgetFilter(tx, actor.userId, id);
    return { value: { roundId }, log: [] };
  },
});
