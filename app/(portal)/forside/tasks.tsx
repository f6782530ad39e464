import { ButtonLink } from '#components/button';
import { TaskList } from '#components/task-list';
import { daysLeft } from '#lib/domain/round/time';
import type { Task, TaskKind } from '#lib/domain/start';
import { formatDate, formatUntil } from '#lib/texts/format';
import { roundName } from '#lib/texts/round-name';
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

function deadline(due: Date, now: Date, t: Texts): string {
  const until = formatUntil(due, now, t);
  return until === null ? formatDate(due) : `${formatDate(due)} (${until})`;
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
        task.undated === true && { deadline: t.behovsmelding.untilInnstilling(formatDate(task.due)) }),
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
