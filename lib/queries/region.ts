import { dayAt } from '#lib/domain/day';
import { may } from '#lib/domain/policy/may';
import { historyOf } from '#lib/db/log';
import { findHeldIn } from '#lib/db/people/role';
import { findRegion } from '#lib/db/region';
import { findRegions, findRegionWork } from '#lib/db/region';
import { ById, Nothing } from '#lib/schema/fields';
import { listQuery, query, together } from './query';

/** The regions of the reader's counties, and the counties where the reader may make one. */
export const regionsPage = listQuery({
  action: 'region.read',
  schema: Nothing,
  find: async (tx, ways, _, { actor, now }) => {
    const counties = [...new Set(ways.map(({ id }) => id))];
    return {
      regions: await findRegions(tx, counties, dayAt(now)),
      creates: counties.filter((countyId) => may(actor, 'region.create', { countyId })),
      now,
    };
  },
});

/** A region: who is and was in it, who has handed it their work, its coordinators, and what it has been granted. */
export const regionPage = query({
  action: 'region.read',
  schema: ById,
  load: (tx, { id }) => findRegion(tx, id),
  show: async (region, { actor, now }, tx) => ({
    region,
    now,
    today: dayAt(now),
    edits: may(actor, 'region.dissolve', region),
    ...(await together({
      work: findRegionWork(tx, region, now),
      held: findHeldIn(tx, { regionId: region.id }, now),
      history: historyOf(tx, 'region', [region.id]),
    })),
  }),
});
export type RegionPage = NonNullable<Awaited<ReturnType<typeof regionPage>>>;
