import type { Programme } from '#lib/domain/states';
import type { Texts } from '#lib/texts/texts';
import { dayAt, daysFrom, parseDay, type Day } from '#lib/domain/day';
import { formatKroner } from '#lib/domain/money/kroner';

/** What each programme is called in short: names, alike in both languages. */
export const PROGRAMME_SHORT: Readonly<Record<Programme, string>> = {
  DEKOMP: 'DEKOMP',
  REKOMP: 'REKOMP',
  KOMPETANSELOFTET: 'Kompetanseløftet',
  KOLLEKTIV_2026: 'Kollektiv kompetanseutvikling',
};

/** What a round is called everywhere: «DEKOMP Nordland 2027», and without its county where that is known: «DEKOMP 2027». */
export const roundName = (
  t: Texts,
  { programme, countyName, year }: { programme: Programme; countyName?: string; year: number },
): string => [t.round.short[programme], countyName, year].filter((part) => part !== undefined).join(' ');

// Months and digits are the same in nynorsk, and not every browser carries nynorsk: one locale serves both.
const clock = new Intl.DateTimeFormat('nb-NO', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const calendar = new Intl.DateTimeFormat('nb-NO', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });

const MONTH_DAYS = 31;

function inOslo(date: Date) {
  const parts = new Map(clock.formatToParts(date).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    day: `${part('day')}. ${part('month')}`,
    year: part('year'),
    time: `${part('hour')}.${part('minute')}`,
  };
}

/** A day of the calendar: "1. februar 2027". */
export const formatDay = (day: Day): string => calendar.format(Date.parse(day));

/** A day as the log and the messages keep it, "2027-02-01", written out; any other text as it stands. */
export function formatKeptDay(text: string): string {
  const day = parseDay(text);
  return day === null ? text : formatDay(day);
}

/** The day in Norway of an instant: "1. februar 2027". */
export const formatDate = (at: Date): string => formatDay(dayAt(at));

/** A deadline, by its last day: "1. februar 2027 kl. 23.59". */
export const formatDeadline = (lastDay: Day): string => `${formatDay(lastDay)} kl. 23.59`;

/** When something happened: "28. januar kl. 14.02", with the year when it is not this year. */
export function formatDateTime(date: Date, now: Date): string {
  const { day, year, time } = inOslo(date);
  return `${year === inOslo(now).year ? day : `${day} ${year}`} kl. ${time}`;
}

/** The time of day in Norway: "14.02". */
export function formatTime(date: Date): string {
  return inOslo(date).time;
}

/** How long it is until a day: "om 9 dager". Nothing when it is a month away or more. */
export function formatUntil(day: Day, now: Date, t: Pick<Texts, 'common'>): string | null {
  const days = daysFrom(dayAt(now), day);
  if (Math.abs(days) >= MONTH_DAYS) return null;
  if (days === 0) return t.common.time.today;
  if (days === 1) return t.common.time.tomorrow;
  if (days === -1) return t.common.time.yesterday;
  return days > 0 ? t.common.time.inDays(days) : t.common.time.daysAgo(-days);
}

/** A deadline with how long it is until then: "1. februar 2027 kl. 23.59 (om 9 dager)". */
export function formatDeadlineUntil(lastDay: Day, now: Date, t: Pick<Texts, 'common'>): string {
  const until = formatUntil(lastDay, now, t);
  return until === null ? formatDeadline(lastDay) : `${formatDeadline(lastDay)} (${until})`;
}

/** Whole kroner without the unit, for a column of amounts: 134980 → "134 980", with no-break spaces. */
export function formatAmount(kroner: number): string {
  return formatKroner(kroner).replace(/\u00a0kr$/, '');
}

/** A share in per cent with one decimal, from a number of thousandths: 600 → "60,0 %". */
export function formatPerMille(perMille: number): string {
  const tenths = Math.round(perMille);
  return `${Math.trunc(tenths / 10)},${Math.abs(tenths % 10)}\u00a0%`;
}

/** Sorts as a Norwegian list does: æ, ø, å last, and 2 before 10. */
export const compareNorwegian = new Intl.Collator('nb', { numeric: true }).compare;

/** Several as one in a sentence: «kommuner, fylkeskommuner og friskoler». */
export const joined = (parts: readonly string[], t: Pick<Texts, 'common'>): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${t.common.and} ${parts.at(-1) ?? ''}`;

/** A size as people read it: «640 kB», «10 MB», «2,4 MB». */
export const megabytes = (bytes: number): string => {
  if (bytes < 1000 * 1024) return `${Math.max(1, Math.round(bytes / 1024))}\u00a0kB`;
  return `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1).replace('.', ',').replace(',0', '')}\u00a0MB`;
};

/** The sentence for what was just done, by its word in the address; any other word says nothing. */
export const doneSentence = (sentences: Readonly<Record<string, string>>, word: unknown): string | undefined =>
  typeof word === 'string' && Object.hasOwn(sentences, word) ? sentences[word] : undefined;
