import { ownLastDay } from '#lib/domain/behovsmelding/sending';
import type { Programme } from '#lib/domain/states';
import { formatDeadline, formatDeadlineUntil } from '#lib/texts/format';
import { roundName } from '#lib/texts/round-name';
import type { Texts } from '#lib/texts/texts';

const LAST_MINUTE = 'T22:59:00.000Z';

/** The last minute of the last day as it is shown: kl. 23.59 in Oslo, winter or summer. */
const lastMinute = (lastDay: Date): Date => {
  const winter = new Date(`${lastDay.toISOString().slice(0, 10)}${LAST_MINUTE}`);
  return formatDeadline(winter).endsWith('23.59') ? winter : new Date(winter.getTime() - 3_600_000);
};

/** A list has each need's own day; a need that is read has the round's, and what is opened for its owner. */
interface Timed {
  needLastDay: Date;
  lateUntil?: Date | null;
}
const lastDayOf = ({ needLastDay, lateUntil = null }: Timed): Date =>
  lastMinute(ownLastDay({ needLastDay, lateUntil }));

/** «1. februar 2027 kl. 23.59». */
export const deadlineOf = (need: Timed): string => formatDeadline(lastDayOf(need));

/** A need's own last day in a list; what was returned without one has time until the innstilling. */
export const lastDayIn = (need: Timed & { undated: boolean }, t: Texts): string =>
  need.undated ? t.behovsmelding.untilInnstilling(formatDeadline(lastDayOf(need))) : deadlineOf(need);

/** «Fauske · DEKOMP 2027 · frist 1. februar 2027 kl. 23.59 (om 9 dager)». */
export function underLine(
  need: Timed & { ownerName: string; programme: Programme; year: number },
  now: Date,
  t: Texts,
): string {
  const words = t.behovsmelding;
  return words.under(
    need.ownerName,
    roundName(t, { programme: need.programme, year: need.year }),
    formatDeadlineUntil(lastDayOf(need), now, t),
  );
}
