import Link from 'next/link';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import { Empty } from '#components/notice';
import { BehovsmeldingTag } from '#components/state-tag';
import { RoundSteps } from '#components/steps';
import { TaskList } from '#components/task-list';
import type { Day } from '#lib/domain/day';
import { daysLeft } from '#lib/domain/round/time';
import type { DeskRound, Task, TaskKind } from '#lib/domain/start';
import type { MyNeed, MyTiltak } from '#lib/queries/start';
import { formatDay, formatUntil, roundName } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

const WHERE: Record<TaskKind, (id: string) => string> = {
  'need-draft': (id) => `/behovsmeldinger/${id}/skriv`,
  'need-approve': (id) => `/behovsmeldinger/${id}`,
  'need-declined': (id) => `/behovsmeldinger/${id}/skriv`,
  'need-write': (id) => `/behovsmeldinger/${id}/skriv`,
  'need-comment': (id) => `/behovsmeldinger/${id}`,
  'need-returned': (id) => `/behovsmeldinger/${id}/skriv`,
  'need-confirm': (id) => `/behovsmeldinger/${id}`,
  'need-uh-part': (id) => `/behovsmeldinger/${id}/partnere`,
  'need-uh-declined': (id) => `/behovsmeldinger/${id}/partnere`,
  'need-owner-confirm': (id) => `/behovsmeldinger/${id}`,
  'need-owner-objected': (id) => `/behovsmeldinger/${id}`,
  'report-open': (id) => `/rapporter/${id}`,
  'report-returned': (id) => `/rapporter/${id}`,
  'dispensation-decide': (id) => `/dispensasjoner/${id}`,
  'round-close': (id) => `/runder/${id}`,
  'needs-check': (id) => `/runder/${id}/behovsmeldinger`,
  'round-divide': (id) => `/runder/${id}/fordeling`,
  'proposals-returned': (id) => `/runder/${id}/fordeling`,
  'round-approve': (id) => `/runder/${id}/godkjenning`,
  'reports-check': () => '/rapporter',
  'delegation-ending': () => '/fullmakter',
  'delegation-lapsing': () => '/fullmakter',
  'innstilling-make': (id) => `/innstillinger/${id}/skriv`,
  'innstilling-next': () => '/behovsmeldinger',
  'innstilling-read': (id) => `/innstillinger/${id}`,
};
const SOON_DAYS = 7;

function deadline(due: Day, now: Date, t: Texts): string {
  const until = formatUntil(due, now, t);
  return until === null ? formatDay(due) : `${formatDay(due)} (${until})`;
}

/** What waits, most urgent first. The first button is the page's own. */
export function Tasks({ t, tasks, now }: { t: Texts; tasks: readonly Task[]; now: Date }) {
  const shown = tasks.map((one, index) => {
    const task = one.round === undefined ? one : { ...one, title: roundName(t, one.round) };
    const words = t.start.tasks[task.kind];
    return {
      id: `${task.kind}-${task.id}-${task.who ?? ''}`,
      title: words.title(task),
      line: words.line(task),
      ...(task.due !== null &&
        task.undated === true && { deadline: t.behovsmelding.untilInnstilling(formatDay(task.due)) }),
      ...(task.due !== null &&
        task.undated !== true && {
          deadline: deadline(task.due, now, t),
          urgent: daysLeft(task.due, now) < SOON_DAYS,
          passed: daysLeft(task.due, now) < 0,
        }),
      action: (
        <ButtonLink
          href={WHERE[task.kind](task.id)}
          weight={index === 0 ? 'primary' : 'secondary'}
          aria-label={`${words.button}: ${words.title(task)}`}
        >
          {words.button}
        </ButtonLink>
      ),
    };
  });
  return <TaskList t={t} tasks={shown} empty={t.start.nothingWaits} />;
}

/** How far the reader's latest needs have come. Drafts and returned ones stand above, as what waits. */
export function Behovsmeldinger({ t, needs }: { t: Texts; needs: readonly MyNeed[] }) {
  if (needs.length === 0) return null;
  return (
    <section className="mb-12">
      <h2 className="mb-4 text-xl font-semibold">{t.start.myNeeds}</h2>
      <ul className="border-t border-line">
        {needs.map((need) => (
          <li key={need.id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-line py-3">
            <span className="min-w-0 grow">
              <Link className="ds-link font-medium" href={`/behovsmeldinger/${need.id}`}>
                {need.title === '' ? t.behovsmelding.untitled : need.title}
              </Link>
              <span className="block text-sm text-quiet">
                {need.ownerName} · {roundName(t, need)}
              </span>
            </span>
            <Money t={t} kroner={need.network === null || need.uh === null ? null : need.network + need.uh} unit />
            <BehovsmeldingTag state={need.state} t={t} />
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <Link className="ds-link" href="/behovsmeldinger">
          {t.start.allNeeds}
        </Link>
      </p>
    </section>
  );
}

/** The rounds under way, each as a line of steps with how many stand at each. */
export function RoundLines({ t, rounds }: { t: Texts; rounds: readonly DeskRound[] }) {
  return (
    <section className="mb-12">
      <h2 className="mb-4 text-xl font-semibold">{t.start.rounds}</h2>
      {rounds.length === 0 && <Empty title={t.start.rounds}>{t.start.noRounds}</Empty>}
      {rounds.map((round) => {
        const name = roundName(t, round);
        return (
          <article key={round.id} className="border-t border-line py-5">
            <h3 className="mb-3 font-medium">
              <Link className="ds-link" href={`/runder/${round.id}`}>
                {name}
              </Link>
            </h3>
            <RoundSteps t={t} round={round} counts={round.counts} />
          </article>
        );
      })}
    </section>
  );
}

/** The reader's own tiltak: granted, spent and unspent, in kroner. */
export function Tiltak({ t, tiltak }: { t: Texts; tiltak: readonly MyTiltak[] }) {
  const words = t.start.columns;
  const columns = [
    { key: 'reference', header: words.reference },
    { key: 'title', header: words.title },
    { key: 'granted', header: words.granted, number: true },
    { key: 'spent', header: words.spent, number: true },
    { key: 'unspent', header: words.unspent, number: true },
  ];
  const rows = tiltak.map((one) => ({
    id: one.id,
    cells: [
      <Link key="reference" className="ds-link whitespace-nowrap" href={`/tiltak/${one.reference}`}>
        {one.reference}
      </Link>,
      one.title,
      <Money key="granted" t={t} kroner={one.granted} />,
      <Money key="spent" t={t} kroner={one.spent} missing={t.start.notReported} />,
      <Money key="unspent" t={t} kroner={one.unspent} missing={t.start.notReported} />,
    ],
  }));
  return (
    <section className="mb-12">
      <h2 className="mb-4 text-xl font-semibold">{t.start.mine}</h2>
      {rows.length === 0 ? (
        <p className="text-quiet">{t.start.noneMine}</p>
      ) : (
        <DataTable caption={t.start.mine} quietCaption columns={columns} rows={rows} />
      )}
    </section>
  );
}
