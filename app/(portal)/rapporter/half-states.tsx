import { HalfTag } from '#components/state-tag';
import type { ListedReport } from '#lib/queries/report';
import { formatDay, formatUntil } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** How far each half has come, and which of them waits for the reader. */
export function HalfStates({ t, report }: { t: Texts; report: ListedReport }) {
  return (
    <ul className="grid gap-1">
      {report.halves.map((half) => (
        <li key={half.id} className="flex flex-wrap items-center gap-2 text-sm">
          {half.name ?? (half.side === 'owner' ? report.ownerName : t.report.half.nobody)}{' '}
          <HalfTag state={half.state} t={t} />
          {half.mine && <strong className="font-semibold text-navy">{t.report.list.yours}</strong>}
        </li>
      ))}
    </ul>
  );
}

/** Until when, as words; how long it is until then only while a half is not sent. */
export function dueWords(t: Texts, report: ListedReport, now: Date): string {
  const waits = report.halves.some((half) => half.state === 'open' || half.state === 'returned');
  const until = waits ? formatUntil(report.dueOn, now, t) : null;
  return until === null ? formatDay(report.dueOn) : `${formatDay(report.dueOn)} (${until})`;
}
