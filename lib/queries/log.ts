import { findLog, LINES_A_PAGE, type LogKey } from '#lib/db/log';
import { LogFilter } from '#lib/schema/log';
import { listQuery } from '#lib/queries/query';

export type { LogKey, LogLine } from '#lib/db/log';

/** What has happened in the reader's counties, newest first, 50 a page; with the lines that the pages beside it begin from. */
export const readLog = listQuery({
  action: 'log.read',
  schema: LogFilter,
  find: async (tx, ways, filter) => {
    const found = await findLog(
      tx,
      ways.map(({ id }) => id),
      filter,
    );
    const isMore = found.length > LINES_A_PAGE;
    const lines = filter.nyere === null ? found.slice(0, LINES_A_PAGE) : found.slice(-LINES_A_PAGE);
    const [first, last] = [lines[0] ?? filter.eldre, lines.at(-1) ?? filter.nyere];
    const newer: LogKey | null = (filter.nyere === null ? filter.eldre !== null : isMore) ? first : null;
    const older: LogKey | null = filter.nyere !== null || isMore ? last : null;
    return { filter, lines, newer, older };
  },
});
