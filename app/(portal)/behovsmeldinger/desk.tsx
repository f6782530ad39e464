import Link from 'next/link';
import { DataTable } from '#components/data-table';
import { BehovsmeldingTag, StateTag } from '#components/state-tag';
import { lastDay } from '#lib/domain/people/delegation';
import { formatKroner } from '#lib/domain/money/kroner';
import type { DeskBehovsmelding, DeskOwner, DeskRoundChoice, OwnerAnswer } from '#lib/domain/behovsmelding/desk';
import { formatDay, roundName } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { BeginForm } from './begin-form';
import { lastDayIn } from './words';

type Owner = DeskOwner & { needs: readonly DeskBehovsmelding[]; idle: readonly DeskRoundChoice[] };
type Props = {
  t: Texts;
  desk: { owners: readonly Owner[]; shown: readonly Owner[]; chosen: string | null; hasOpen: boolean };
};

const TONE = { confirmed: 'success', waiting: 'warning', objected: 'danger' } as const;
const OwnerTag = ({ t, answer }: { t: Texts; answer: OwnerAnswer }) =>
  answer === null ? null : <StateTag tone={TONE[answer]}>{t.partners.desk.owner[answer]}</StateTag>;

/** What stands between a need and its sending, in few words; nothing once it is sent. */
function lacks(need: DeskBehovsmelding, t: Texts): string {
  const words = t.partners.desk;
  if (need.state === 'submitted') return '';
  const egenandel =
    need.egenandel === 'short'
      ? words.egenandel(formatKroner(need.egenandelMissing ?? 0))
      : need.egenandel === 'unknown'
        ? words.egenandelUnknown
        : '';
  return (
    [need.missing > 0 ? words.missing(need.missing) : '', egenandel].filter((part) => part !== '').join(', ') ||
    words.nothing
  );
}

/** An owner's needs with what each lacks, and the rounds it has not begun anything in. */
function OwnerPart({ t, owner }: { t: Texts; owner: Owner }) {
  const { untitled } = t.behovsmelding;
  const words = t.partners.desk;
  const { columns } = words;
  const last = lastDay({ to: owner.until });
  return (
    <section aria-labelledby={`eier-${owner.id}`} className="mb-8 border-t border-line pt-5">
      <h3 id={`eier-${owner.id}`} className="text-lg font-semibold">
        {owner.name}
      </h3>
      {last !== null && <p className="text-sm text-quiet">{words.until(formatDay(last))}</p>}
      {owner.needs.length > 0 && (
        <div className="mt-3">
          <DataTable
            quietCaption
            caption={`${owner.name}: ${t.behovsmelding.listTitle}`}
            columns={[
              { key: 'title', header: columns.title },
              { key: 'missing', header: columns.missing },
              { key: 'uh', header: columns.uh },
              { key: 'owner', header: columns.owner },
              { key: 'deadline', header: columns.deadline },
              { key: 'state', header: columns.state },
            ]}
            rows={owner.needs.map((need) => ({
              id: need.id,
              cells: [
                <span key="title">
                  <Link
                    className="ds-link"
                    href={`/behovsmeldinger/${need.id}${need.state === 'submitted' ? '' : '/skriv'}`}
                  >
                    {need.title === '' ? untitled : need.title}
                  </Link>
                  <span className="block text-sm font-normal text-quiet">{roundName(t, need)}</span>
                </span>,
                lacks(need, t),
                need.uh.length === 0
                  ? words.noUh
                  : need.uh
                      .map(({ name, answer }) => `${name}: ${t.behovsmelding.uhAnswer[answer].toLowerCase()}`)
                      .join(', '),
                need.owner === null ? '' : <OwnerTag key="owner" t={t} answer={need.owner} />,
                lastDayIn(need, t),
                <BehovsmeldingTag key="state" state={need.state} t={t} />,
              ],
            }))}
          />
        </div>
      )}
      {owner.idle.map((round) => (
        <div key={round.id} className="mt-3 flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
          <p>{words.none(roundName(t, round))}</p>
          <BeginForm ownerId={owner.id} roundId={round.id} what={words.beginFor(owner.name, roundName(t, round))} />
        </div>
      ))}
    </section>
  );
}

/** A coordinator's desk: every owner that has handed its needs to the office, from one list. */
export function Desk({ t, desk }: Props) {
  const words = t.partners.desk;
  const chip =
    'rounded-full border border-edge px-3 py-1 text-sm text-ink no-underline hover:underline aria-[current=true]:border-blue aria-[current=true]:bg-tint aria-[current=true]:font-semibold';
  return (
    <section className="mb-12">
      <h2 className="text-xl font-semibold">{words.title}</h2>
      <p className="mt-1 mb-4 text-quiet">
        {words.lead}
        {!desk.hasOpen && ` ${words.noRounds}`}
      </p>
      <nav aria-label={words.filter} className="mb-6 flex flex-wrap gap-2">
        <a className={chip} href="/behovsmeldinger" aria-current={desk.chosen === null ? 'true' : undefined}>
          {words.all}
        </a>
        {desk.owners.map((owner) => (
          <a
            key={owner.id}
            className={chip}
            href={`/behovsmeldinger?eier=${owner.id}`}
            aria-current={desk.chosen === owner.id ? 'true' : undefined}
          >
            {owner.name}
          </a>
        ))}
      </nav>
      {desk.shown.map((owner) => (
        <OwnerPart key={owner.id} t={t} owner={owner} />
      ))}
    </section>
  );
}
