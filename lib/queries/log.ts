import { findLog, LINES_A_PAGE } from '#lib/db/log';
import { LogFilter } from '#lib/schema/log';
import { listQuery } from '#lib/queries/query';

export type { LogLine } from '#lib/db/log';

/** What has happened in the reader's counties, newest first, 50 a page. */
export const readLog = listQuery({
  action: 'log.read',
  schema: LogFilter,
  find: async (tx, ways, filter) => {
    const lines = await findLog(
      tx,
      ways.map(({ id }) => id),
      filter,
    );
    return { filter, lines: lines.slice(0, LINES_A_PAGE), more: lines.length > LINES_A_PAGE };
  },
});
