import { z } from 'zod';
import { deskNeeds, deskOwners, deskRounds } from '#lib/db/coordinator-desk';
import { ownersOnDesk } from '#lib/domain/need-desk';
import { Id } from '#lib/schema/fields';
import { listQuery } from './query';

const Chosen = z.object({ eier: Id.optional().catch(undefined) });

/** All owners that have handed their needs to a coordinator's office, with what is missing for each; null for whoever has no office. */
export const coordinatorDesk = listQuery({
  action: 'behovsmelding.read',
  schema: Chosen,
  find: async (tx, ways, { eier }, { now }) => {
    const regions = ways.flatMap(({ scope, id }) => (scope === 'delegated' ? [id] : []));
    if (regions.length === 0) return null;
    const owners = await deskOwners(tx, regions, now);
    const rounds = await deskRounds(tx, [...new Set(owners.map(({ countyId }) => countyId))], now);
    const needs = [];
    for (const round of rounds)
      needs.push(
        ...(await deskNeeds(
          tx,
          round,
          owners.map(({ id }) => id),
        )),
      );
    const all = ownersOnDesk(owners, rounds, needs);
    const chosen = all.find(({ id }) => id === eier)?.id ?? null;
    return {
      owners: all,
      shown: chosen === null ? all : all.filter(({ id }) => id === chosen),
      chosen,
      hasOpen: rounds.some(({ open }) => open),
    };
  },
});
