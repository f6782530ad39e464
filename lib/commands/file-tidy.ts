import { keysWithoutRow } from '#lib/db/attachment';
import { done } from '#lib/domain/outcome';
import { keysOfYesterday, removeFromStore } from '#lib/files/tidy';
import { z } from 'zod';
import { command } from './command';

/** Takes out of the S3 store what no row tells of: what was put there for a change that failed, and files taken away before they were sent. */
export const tidyFiles = command({
  action: 'file.tidy',
  schema: z.object({}),
  load: async (tx, _input, { now }) => ({ loose: await keysWithoutRow(tx, await keysOfYesterday(now)) }),
  decide: ({ loose }) => done(loose),
  save: async (_tx, _before, loose) => {
    await removeFromStore(loose);
    const log = loose.length === 0 ? [] : [{ subjectId: 'files', subjectType: 'file', roundId: null, countyId: null, details: { count: loose.length } }];
    return { value: { count: loose.length }, log };
  },
});
