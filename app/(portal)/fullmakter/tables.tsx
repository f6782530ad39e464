import { DataTable } from '#components/data-table';
import { Empty } from '#components/empty';
import { Help } from '#components/help';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { coversOf, DelegationTag, termOf, type Shown } from './given';

const Note = ({ t, note }: { t: Texts; note: string }) =>
  note === '' ? null : (
    <Help title={t.delegation.read}>
      <p className="break-words whitespace-pre-line">{note}</p>
    </Help>
  );

/** Who has delegated to the office, until when, and which members have not. */
export function Received({
  t,
  rows,
  without,
  now,
}: {
  t: Texts;
  rows: readonly Shown[];
  without: readonly { name: string }[];
  now: Date;
}) {
  const words = t.delegation;
  const { columns } = words;
  return (
    <>
      {rows.length === 0 ? (
        <Empty title={words.noneReceived}>{words.noneReceivedText}</Empty>
      ) : (
        <DataTable
          quietCaption
          caption={words.receivedTitle}
          columns={[
            { key: 'owner', header: columns.owner },
            { key: 'state', header: columns.state },
            { key: 'covers', header: columns.covers },
            { key: 'term', header: columns.term },
            { key: 'note', header: columns.note },
          ]}
          rows={rows.map((one) => ({
            id: one.id,
            cells: [
              one.ownerName,
              <DelegationTag key="state" state={one.state} t={t} />,
              coversOf(one, t),
              termOf(one, now, t),
              <Note key="note" t={t} note={one.note} />,
            ],
          }))}
        />
      )}
      {without.length > 0 && (
        <p className="mt-4 text-quiet">{words.without(without.map(({ name }) => name).join(', '))}</p>
      )}
    </>
  );
}

/** What an owner gave that no longer holds: who ended it, and when. */
export function Earlier({ t, rows, now }: { t: Texts; rows: readonly Shown[]; now: Date }) {
  const words = t.delegation;
  const { columns } = words;
  return (
    <DataTable
      caption={words.earlier}
      columns={[
        { key: 'office', header: columns.office },
        { key: 'covers', header: columns.covers },
        { key: 'term', header: columns.term },
        { key: 'ended', header: columns.ended },
        { key: 'note', header: columns.note },
      ]}
      rows={rows.map((one) => ({
        id: one.id,
        cells: [
          one.regionName,
          coversOf(one, t),
          termOf(one, now, t),
          one.endedByName !== null && one.endedAt !== null ? words.by(one.endedByName, formatDate(one.endedAt)) : '',
          <Note key="note" t={t} note={one.note} />,
        ],
      }))}
    />
  );
}

/** All delegations in a county, as Statsforvalteren and the auditor read them. */
export function InCounty({ t, rows, now }: { t: Texts; rows: readonly Shown[]; now: Date }) {
  const words = t.delegation;
  const { columns } = words;
  if (rows.length === 0) return <Empty title={words.noneInCounty}>{words.noneInCountyText}</Empty>;
  return (
    <DataTable
      quietCaption
      caption={words.title}
      columns={[
        { key: 'owner', header: columns.owner },
        { key: 'office', header: columns.office },
        { key: 'state', header: columns.state },
        { key: 'covers', header: columns.covers },
        { key: 'term', header: columns.term },
        { key: 'note', header: columns.note },
      ]}
      rows={rows.map((one) => ({
        id: one.id,
        cells: [
          one.ownerName,
          one.regionName,
          <DelegationTag key="state" state={one.state} t={t} />,
          coversOf(one, t),
          termOf(one, now, t),
          <Note key="note" t={t} note={one.note} />,
        ],
      }))}
    />
  );
}
