import { Empty } from '#components/empty';
import { StateTag, type Tone } from '#components/state-tag';
import { delegationState, lastDay, type DelegationState } from '#lib/domain/people/delegation';
import { dayOf, osloDay } from '#lib/domain/round/time';
import type { DelegationCover } from '#lib/domain/states';
import { formatDate, formatUntil } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { EndForm } from './end-form';

/** What a page shows of a delegation. */
export interface Shown {
  id: string;
  ownerName: string;
  regionName: string;
  covers: readonly DelegationCover[];
  from: Date;
  to: Date | null;
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
export const DelegationTag = ({ state, t }: { state: DelegationState; t: Texts }) => (
  <StateTag tone={TONE[state]}>{t.delegation.state[state]}</StateTag>
);

/** «1. januar 2026 til og med 31. desember 2027», with how long it is until then when it is soon. */
export function termOf(one: Shown, now: Date, t: Texts): string {
  const words = t.delegation;
  const last = lastDay(one);
  if (one.to !== null && dayOf(one.to) <= dayOf(one.from)) return words.heldNoDay;
  const until = last === null || delegationState(one, now) === 'ended' ? null : formatUntil(last, now, t);
  return words.term(
    formatDate(one.from),
    last === null ? null : `${formatDate(last)}${until === null ? '' : ` (${until})`}`,
  );
}

export const coversOf = (one: Pick<Shown, 'covers'>, t: Texts): string =>
  one.covers.length > 1 ? t.delegation.both : one.covers.map((what) => t.delegation.covers[what]).join();

/** The delegations an owner has given that hold, each with the way to take it back. */
export function Given({ t, rows, now }: { t: Texts; rows: readonly Shown[]; now: Date }) {
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
          {one.mayEnd && <EndForm id={one.id} office={one.regionName} today={osloDay(now)} />}
        </li>
      ))}
    </ul>
  );
}
