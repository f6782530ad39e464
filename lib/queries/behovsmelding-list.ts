import { z } from 'zod';
import { findNeed } from '#lib/db/behovsmelding';
import { findEarlier, findTiltakSource } from '#lib/db/behovsmelding-begin';
import { listNeeds, newNeedChoices } from '#lib/db/behovsmelding-list';
import type { Source } from '#lib/domain/behovsmelding-begin';
import { may, mightEver, reach } from '#lib/domain/may';
import { NewNeedFor } from '#lib/schema/behovsmelding-begin';
import { listQuery } from './query';

const SIZE = 50;
const Page = z.object({ side: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** The behovsmeldinger the reader may see, a page at a time, and whether they may begin one. */
export const listBehovsmeldinger = listQuery({
  action: 'behovsmelding.read',
  schema: Page,
  find: async (tx, ways, { side }, { actor, now }) => {
    const { rows, count } = await listNeeds(tx, ways, reach(actor, 'behovsmelding.read-draft'), now, side, SIZE);
    const scopes = new Set(ways.map((way) => way.scope));
    const kind: 'owner' | 'uh' | 'other' =
      scopes.has('own') || scopes.has('delegated') ? 'owner' : scopes.has('partner') ? 'uh' : 'other';
    return {
      rows,
      count,
      page: side,
      pages: Math.max(1, Math.ceil(count / SIZE)),
      kind,
      mayCreate: mightEver(actor, 'behovsmelding.create'),
    };
  },
});

/** What a new behovsmelding may be begun for: owners, open rounds, and what they asked for before; null for whoever may begin none. */
export const newBehovsmelding = listQuery({
  action: 'behovsmelding.read',
  schema: NewNeedFor,
  find: async (tx, _ways, { fra, tiltak, endre }, { actor, now }) => {
    const ways = reach(actor, 'behovsmelding.create');
    if (ways.length === 0) return null;
    const choices = await newNeedChoices(tx, ways, now);
    const earlier = await findEarlier(
      tx,
      choices.owners.map(({ id }) => id),
    );
    const chosen = earlier.find((one) =>
      fra !== undefined ? one.needId === fra : one.tiltakId !== null && one.tiltakId === (endre ?? tiltak),
    );
    const need = chosen?.needId == null ? null : await findNeed(tx, chosen.needId, now);
    const source: Source | null =
      need ?? (chosen?.tiltakId == null ? null : await findTiltakSource(tx, chosen.tiltakId, { actor, now }));
    // What somebody may begin for, they may read; the record is asked all the same.
    const readable = need === null || may(actor, 'behovsmelding.read', need);
    return {
      ...choices,
      earlier,
      begin:
        chosen !== undefined && source !== null && readable
          ? { earlier: chosen, source, changes: endre !== undefined }
          : null,
    };
  },
});
