import { lastDay } from '#lib/domain/delegation';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** The last day something held, as people say it: it may have no end, or never have held at all. */
export function untilWords({ from, to }: { from: Date; to: Date | null }, t: Texts): string {
  const last = lastDay({ to });
  if (to === null || last === null) return t.people.page.open;
  return to <= from ? t.people.page.never : formatDate(last);
}
