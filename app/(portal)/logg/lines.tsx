import { ButtonLink } from '#components/button';
import { DateField, SelectField, TextField } from '#components/field';
import { type LogFilter, LOGGED } from '#lib/schema/log';
import type { Texts } from '#lib/texts/texts';
import Link from 'next/link';
import { DataTable } from '#components/data-table';
import type { LogLine } from '#lib/queries/log';
import { formatDateTime } from '#lib/texts/format';
import { historySentence } from '#lib/texts/explain';

/** Narrows the log by kind, record, person and dates. A plain form: its words stand in the address. */
export function Filter({ t, filter }: { t: Texts; filter: LogFilter }) {
  const words = t.log;
  return (
    <form method="get" action="/logg" className="mb-4 flex flex-wrap items-end gap-x-6">
      <SelectField
        name="slag"
        label={words.kind}
        empty={words.anyKind}
        defaultValue={filter.slag ?? ''}
        options={LOGGED.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <TextField name="sak" label={words.record} defaultValue={filter.sak} size={14} />
      <TextField name="person" label={words.person} defaultValue={filter.person} size={14} />
      <DateField name="fra" label={words.from} defaultValue={filter.fra ?? ''} />
      <DateField name="til" label={words.to} defaultValue={filter.til ?? ''} />
      <div className="mb-6 flex gap-2">
        <button className="ds-button" data-variant="primary" type="submit">
          {t.common.button.filter}
        </button>
        <ButtonLink href="/logg" weight="tertiary">
          {t.common.button.clear}
        </ButtonLink>
      </div>
    </form>
  );
}

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
