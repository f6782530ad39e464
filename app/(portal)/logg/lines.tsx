import Link from 'next/link';
import { DataTable } from '#components/data-table';
import type { LogLine } from '#lib/queries/log';
import { formatDateTime } from '#lib/texts/format';
import { historySentence } from '#lib/texts/history';
import type { Texts } from '#lib/texts/texts';

const PAGES: Readonly<Record<string, string>> = { behovsmelding: '/behovsmeldinger', round: '/runder', dispensation: '/dispensasjoner', tildeling: '/tildelinger', organisation: '/folk', forum: '/forum', region: '/regioner' };

function About({ line }: { line: LogLine }) {
  const page = PAGES[line.subjectType];
  if (page === undefined || line.about === null) return line.about;
  return <Link className="ds-link" href={`${page}/${line.subjectId}`}>{line.about}</Link>;
}

/** The log as sentences: when, what, and which record. */
export function Lines({ t, lines, now }: { t: Texts; lines: readonly LogLine[]; now: Date }) {
  const columns = [{ key: 'when', header: t.log.when }, { key: 'what', header: t.log.what }, { key: 'record', header: t.log.record }];
  const rows = lines.map((line) => ({
    id: String(line.id),
    cells: [
      <time key="when" dateTime={line.at.toISOString()}>{formatDateTime(line.at, now)}</time>,
      historySentence({ ...line, actorName: line.actorName === '' ? t.log.portal : line.actorName }, t),
      <About key="record" line={line} />,
    ],
  }));
  return <DataTable caption={t.log.title} quietCaption columns={columns} rows={rows} />;
}
