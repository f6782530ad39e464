import { DataTable } from '#components/data-table';
import { Empty, Help } from '#components/notice';
import { StateTag, type Tone } from '#components/state-tag';
import { dayAt, type Day } from '#lib/domain/day';
import { delegationState, type DelegationState, lastDay } from '#lib/domain/people/delegation';
import type { DelegationCover } from '#lib/domain/states';
import { formatDate, formatDay, formatUntil } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { EndDelegationForm } from './forms';

/** What a page shows of a delegation. */
export interface Shown {
  id: string;
  ownerName: string;
  regionName: string;
  covers: readonly DelegationCover[];
  from: Day;
  to: Day | null;
  note: string;
  givenByName: string | null;
  givenAt: Date | null;
  endedByName: string | null;
  endedAt: Date | null;
  state: DelegationState;
  mayEnd: boolean;
}

const TONE: Record<DelegationState, Tone> = {
  coming: 'neutral',
  valid: 'success',
  ending: 'warning',
  ended: 'neutral',
};

/** Where a delegation stands, in its few words. */
const DelegationTag = ({ state, t }: { state: DelegationState; t: Texts }) => (
  <StateTag tone={TONE[state]}>{t.delegation.state[state]}</StateTag>
);

/** «1. januar 2026 til og med 31. desember 2027», with how long it is until then when it is soon. */
function termOf(one: Shown, now: Date, t: Texts): string {
  const words = t.delegation;
  const last = lastDay(one);
  if (one.to !== null && one.to <= one.from) return words.heldNoDay;
  const until = last === null || delegationState(one, now) === 'ended' ? null : formatUntil(last, now, t);
  return words.term(
    formatDay(one.from),
    last === null ? null : `${formatDay(last)}${until === null ? '' : ` (${until})`}`,
  );
}

const coversOf = (one: Pick<Shown, 'covers'>, t: Texts): string =>
  one.covers.length > 1 ? t.delegation.both : one.covers.map((what) => t.delegation.covers[what]).join();

/** The delegations an owner has given that hold, each with the way to take it back. */
export function GivenDelegations({ t, rows, now }: { t: Texts; rows: readonly Shown[]; now: Date }) {
  const words = t.delegation;
  const holding = rows.filter(({ state }) => state !== 'ended');
  if (holding.length === 0) return <Empty title={words.noneGiven}>{words.noneGivenText}</Empty>;
  return (
    <ul className="grid max-w-[48rem] gap-6">
      {holding.map((one) => (
        <li key={one.id} className="rounded-md border border-line px-6 py-5">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h3 className="text-lg font-semibold">{one.regionName}</h3>
            <DelegationTag state={one.state} t={t} />
          </div>
          <p>
            {coversOf(one, t)}, {termOf(one, now, t)}
          </p>
          {one.givenByName !== null && one.givenAt !== null && (
            <p className="text-sm text-quiet">
              {words.columns.given} {words.by(one.givenByName, formatDate(one.givenAt))}
            </p>
          )}
          {one.note !== '' && (
            <blockquote className="prose mx-0 my-3 border-l-2 border-sky pl-4 break-words whitespace-pre-line">
              {one.note}
            </blockquote>
          )}
          {one.mayEnd && <EndDelegationForm id={one.id} office={one.regionName} today={dayAt(now)} />}
        </li>
      ))}
    </ul>
  );
}

const Note = ({ t, note }: { t: Texts; note: string }) =>
  note === '' ? null : (
    <Help title={t.delegation.read}>
      <p className="break-words whitespace-pre-line">{note}</p>
    </Help>
  );

/** Who has delegated to the office, until when, and which members have not. */
export function ReceivedDelegations({
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
export function EarlierDelegations({ t, rows, now }: { t: Texts; rows: readonly Shown[]; now: Date }) {
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
