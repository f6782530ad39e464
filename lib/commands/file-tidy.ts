import { keysWithoutRow } from '#lib/db/attachment';
import { done } from '#lib/domain/outcome';
import { keysOfYesterday, removeFromStore } from '#lib/files/tidy';
import { z } from 'zod';
import { command } from './command';

/** How many files one change takes away: few enough that a slow store answers in time. */
const AT_A_TIME = 50;

/** Takes out of the S3 store what no row tells of, the first of it; none is left when it answers 0. Loose is what was put there for a change that failed, and files taken away before they were sent. */
export const tidyFiles = command({
  action: 'file.tidy',
  schema: z.object({}).transform((): { keys: string[] } => ({ keys: [] })),
  load: async (tx, { keys }) => ({ loose: (await keysWithoutRow(tx, keys)).slice(0, AT_A_TIME) }),
  decide: ({ loose }) => done(loose),
  prepare: async (_input, { now }) => done({ keys: await keysOfYesterday(now) }),
  save: async (_tx, _before, loose) => {
    await removeFromStore(loose);
    const log =
      loose.length === 0
        ? []
        : [
            {
              subjectId: 'files',
              subjectType: 'file',
              roundId: null,
              countyId: null,
              details: { count: loose.length },
            },
          ];
    return { value: { count: loose.length }, log };
  },
});
