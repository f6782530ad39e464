import Link from 'next/link';
import { DataTable } from '#components/data-table';
import type { LogLine } from '#lib/queries/log';
import { formatDateTime } from '#lib/texts/format';
import { historySentence } from '#lib/texts/history';
import type { Texts } from '#lib/texts/texts';

const PAGES: Readonly<Record<string, string>> = {
  behovsmelding: '/behovsmeldinger',
  round: '/runder',
  dispensation: '/dispensasjoner',
  organisation: '/folk',
  forum: '/forum',
  region: '/regioner',
};

/** Where a line leads. A tildeling that is not decided is not for all who read the log; its round is. */
function placeOf({ subjectType, subjectId, roundId }: LogLine): string | null {
  if (subjectType === 'tildeling') return roundId === null ? null : `/runder/${roundId}`;
  const page = PAGES[subjectType];
  return page === undefined ? null : `${page}/${subjectId}`;
}

function About({ line }: { line: LogLine }) {
  const place = placeOf(line);
  return place === null || line.about === null ? (
    line.about
  ) : (
    <Link className="ds-link" href={place}>
      {line.about}
    </Link>
  );
}

/** The log as sentences: when, what, and which record. */
export function Lines({ t, lines, now }: { t: Texts; lines: readonly LogLine[]; now: Date }) {
  const columns = [
    { key: 'when', header: t.log.when },
    { key: 'what', header: t.log.what },
    { key: 'record', header: t.log.record },
  ];
  const rows = lines.map((line) => ({
    id: String(line.id),
    cells: [
      <time key="when" dateTime={line.at.toISOString()}>
        {formatDateTime(line.at, now)}
      </time>,
      historySentence({ ...line, actorName: line.actorName === '' ? t.log.portal : line.actorName }, t),
      <About key="record" line={line} />,
    ],
  }));
  return <DataTable caption={t.log.title} quietCaption columns={columns} rows={rows} />;
}
