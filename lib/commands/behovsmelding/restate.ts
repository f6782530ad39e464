import { z } from 'zod';
import { command } from '#lib/commands/command';
import { findMisjudged, restate, someBehovsmeldinger } from '#lib/db/behovsmelding/status';
import { done } from '#lib/domain/outcome';

/** How many needs are gone through in one change. */
const AT_A_TIME = 200;

/**
 * Goes through the needs after one, some at a time: which are stored otherwise than the rules judge them now, and where to
 * go on (null: none is left). With `mend` they are judged anew; else nothing changes.
 */
export const restateBehovsmeldinger = command({
  action: 'behovsmelding.restate',
  schema: z.object({ after: z.string(), mend: z.boolean() }),
  load: async (tx, { after, mend }) => {
    const ids = await someBehovsmeldinger(tx, after, AT_A_TIME);
    return { ids, mend, misjudged: await findMisjudged(tx, ids) };
  },
  decide: ({ misjudged }) => done(misjudged),
  save: async (tx, { ids, mend }, misjudged) => {
    if (mend) await restate(tx, misjudged);
    const log =
      mend && misjudged.length > 0
        ? [
            {
              subjectId: 'lists',
              subjectType: 'file',
              roundId: null,
              countyId: null,
              details: { count: misjudged.length },
            },
          ]
        : [];
    return { value: { next: ids.length < AT_A_TIME ? null : (ids.at(-1) ?? null), misjudged }, log };
  },
});
