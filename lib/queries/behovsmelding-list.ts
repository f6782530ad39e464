import { z } from 'zod';
import { listNeeds, newNeedChoices } from '#lib/db/behovsmelding-list';
import { mightEver, reach } from '#lib/domain/may';
import { Nothing } from '#lib/schema/fields';
import { listQuery } from './query';

const SIZE = 50;
const Page = z.object({ side: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** The behovsmeldinger the reader may see, a page at a time, and whether they may begin one. */
export const listBehovsmeldinger = listQuery({
  action: 'behovsmelding.read',
  schema: Page,
  find: async (tx, ways, { side }, { actor, now }) => {
    const { rows, count } = await listNeeds(tx, ways, now, side, SIZE);
    const scopes = new Set(ways.map((way) => way.scope));
    const kind: 'owner' | 'uh' | 'other' = scopes.has('own') || scopes.has('delegated') ? 'owner' : scopes.has('partner') ? 'uh' : 'other';
    return { rows, count, page: side, pages: Math.max(1, Math.ceil(count / SIZE)), kind, mayCreate: mightEver(actor, 'behovsmelding.create') };
  },
});

/** What a new behovsmelding may be begun for: owners and open rounds; null for whoever may begin none. */
export const newBehovsmelding = listQuery({
  action: 'behovsmelding.read',
  schema: Nothing,
  find: (tx, _ways, _input, { actor, now }) => {
    const ways = reach(actor, 'behovsmelding.create');
    return ways.length === 0 ? Promise.resolve(null) : newNeedChoices(tx, ways, now);
  },
});
