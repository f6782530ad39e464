import { lastDay } from '#lib/domain/people/delegation';
import { dayOf } from '#lib/domain/round/time';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** When something holds, as people say it: it may have no end, or never have held at all. */
export function periodWords({ from, to }: { from: Date; to: Date | null }, today: string, t: Texts): string {
  const words = t.people.page;
  const last = lastDay({ to });
  if (to === null || last === null)
    return dayOf(from) <= today ? words.since(formatDate(from)) : words.notYet(formatDate(from));
  return to <= from ? words.never : words.period(formatDate(from), formatDate(last));
}
