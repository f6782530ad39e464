import type { ReactNode } from 'react';
import { DataTable, type Column } from '#components/data-table';
import { BehovsmeldingTag } from '#components/state-tag';
import { wholeRequest } from '#lib/domain/behovsmelding/sums';
import type { BehovsmeldingSort } from '#lib/domain/behovsmelding/list';
import type { RoundBehovsmeldingerPage } from '#lib/queries/round';
import { formatAmount, formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { addressOf } from './filters';

const SORTED: readonly (BehovsmeldingSort | null)[] = [
  'number',
  'owner',
  'region',
  'title',
  null,
  'asked',
  null,
  null,
  null,
  'state',
];
const KEYS = ['number', 'owner', 'region', 'title', 'uh', 'asked', 'egenandel', 'split', 'missing', 'state'] as const;

function columnsOf(t: Texts, { round, filter }: RoundBehovsmeldingerPage): Column[] {
  return KEYS.map((key, index) => {
    const sort = SORTED[index] ?? null;
    const header = t.round.needs.column[key];
    const number = key === 'asked';
    if (sort === null) return { key, header, number };
    const here = filter.sort === sort;
    const href = addressOf(round.id, { ...filter, sort, descending: here && !filter.descending, page: 1 });
    return {
      key,
      header,
      number,
      sort: { href, ...(here && { now: filter.descending ? ('descending' as const) : ('ascending' as const) }) },
    };
  });
}

/** Fifty needs, with the sums of all that the filters found in a row of their own. Rows are plain HTML. */
export function BehovsmeldingerTable({ t, page }: { t: Texts; page: RoundBehovsmeldingerPage }) {
  const words = t.round.needs;
  const { needs, sums } = page;
  const rows = needs.map((need) => {
    const asked = wholeRequest(need);
    return {
      id: need.id,
      cells: [
        need.number,
        need.ownerName,
        need.regionName,
        <span key="title">
          <a className="ds-link" href={`/behovsmeldinger/${need.id}`}>
            {need.title}
          </a>
          {need.unconfirmed && <span className="block text-sm text-warn">{t.partners.notConfirmed}</span>}
        </span>,
        <Noted key="uh" notes={[need.uhNames === '' ? '' : need.confirmed ? words.contact : words.noContact]}>
          {need.uhNames}
        </Noted>,
        asked === null ? t.common.money.missing : formatAmount(asked),
        need.egenandelStatus === 'short' ? (
          <span key="own" className="text-bad">
            {words.egenandel.short}
          </span>
        ) : (
          words.egenandel[need.egenandelStatus]
        ),
        need.splitStatus === 'uh-short' ? (
          <span key="split" className="text-bad">
            {words.split['uh-short']}
          </span>
        ) : (
          words.split[need.splitStatus]
        ),
        <Noted key="missing" notes={[need.files === 0 ? '' : t.attachment.count(need.files)]} narrow>
          {need.missing === 0 ? words.complete : words.missing(need.missing)}
        </Noted>,
        <Noted
          key="state"
          notes={[
            need.paperReceivedOn === null ? '' : words.paper(formatDay(need.paperReceivedOn)),
            need.lateReason === null ? '' : words.late(need.lateReason),
          ]}
        >
          <BehovsmeldingTag state={need.state} t={t} />
        </Noted>,
      ],
    };
  });
  const { count, network, uh } = sums.found;
  const sum = (label: string, amount: number, id: string) => ({
    id,
    cells: [label, '', '', '', '', formatAmount(amount), '', '', '', ''],
  });
  return (
    <DataTable
      caption={`${words.caption}: ${words.found(formatAmount(count), formatAmount(sums.all))}`}
      columns={columnsOf(t, page)}
      rows={rows}
      sums={[
        sum(page.leavesOut ? words.sumCounted : words.sum, network + uh, 'sum'),
        sum(words.network, network, 'network'),
        sum(words.uh, uh, 'uh'),
      ]}
    />
  );
}

/** What a cell says, and in small under it what is worth knowing. */
function Noted({
  notes,
  narrow = false,
  children,
}: {
  notes: readonly string[];
  narrow?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      {children}
      {notes
        .filter((note) => note !== '')
        .map((note) => (
          <span key={note} className={`block text-sm text-quiet${narrow ? ' whitespace-nowrap' : ''}`}>
            {note}
          </span>
        ))}
    </>
  );
}
