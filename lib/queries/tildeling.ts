import { allowed, may } from '#lib/domain/may';
import { ById } from '#lib/schema/fields';
import { TildelingList } from '#lib/schema/tildeling';
import { findTildeling, tildelingHistory } from '#lib/db/tildeling';
import { listTildelinger } from '#lib/db/tildeling-list';
import { listQuery, query } from './query';

const PAGE = 50;

/** The tildelinger the reader has to do with, fifty at a time. */
export const tildelinger = listQuery({
  action: 'tildeling.read',
  schema: TildelingList,
  find: async (tx, ways, { page }, { now }) => ({
    ...(await listTildelinger(tx, ways, now, { size: PAGE, number: page })),
    page,
    size: PAGE,
  }),
});

/** One tildeling with its lines and its history. */
export const tildelingPage = query({
  action: 'tildeling.read',
  schema: ById,
  load: (tx, { id }, { now }) => findTildeling(tx, id, now),
  show: async (tildeling, { actor }, tx) => {
    // Whoever works on amounts before they are decided goes on to the workbench from here, and reads what led up to this.
    const works = may(actor, 'allocation.read', { ...tildeling, state: 'recommended' });
    const history = await tildelingHistory(tx, tildeling.id);
    return {
      tildeling,
      works,
      history: works ? history : history.filter(({ action }) => action === 'tildeling.approve'),
      ownProposal: tildeling.state === 'proposed' && tildeling.proposedById === actor.userId,
      allowed: tildeling.inForce ? allowed(actor, ['tildeling.approve', 'tildeling.return'], tildeling) : [],
    };
  },
});

/** The letter of a tildeling, as it goes out: a decided one to anybody, a proposed one to those who work on it. */
export const letterPage = query({
  action: 'tildeling.read',
  schema: ById,
  load: (tx, { id }, { now }) => findTildeling(tx, id, now),
  show: (tildeling) => tildeling,
});
