import { addDays, type Day } from '#lib/domain/day';
import type { CalendarEvent } from '#lib/domain/message/message';
import { roundName } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

// RFC 5545, sections 3.1 (lines end with CRLF and are folded at 75 octets) and 3.3.11 (what is escaped in text).
const OCTETS = 75;
const bytes = new TextEncoder();

function folded(line: string): string {
  const lines: string[] = [];
  let at = '';
  let room = OCTETS;
  for (const character of line) {
    const size = bytes.encode(character).length;
    if (size > room) {
      lines.push(at);
      at = '';
      // The space that begins a line counts too.
      room = OCTETS - 1;
    }
    at += character;
    room -= size;
  }
  return [...lines, at].join('\r\n ');
}

const text = (words: string): string =>
  words.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\s*[\r\n]\s*/g, String.raw`\n`);
const day = (of: Day): string => of.replaceAll('-', '');
const moment = (at: Date): string => `${at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;

/** What a deadline is called: «Frist: behovsmelding · DEKOMP 2027», and for a report whose it is. */
function titleOf({ kind, programme, year, title }: CalendarEvent, t: Texts): string {
  const what = t.round.deadline[kind].toLowerCase();
  return title === null
    ? t.notifications.event(what, roundName(t, { programme, year }))
    : t.notifications.reportEvent(year, title);
}

function event(one: CalendarEvent, t: Texts, portal: URL): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${one.id}@${portal.hostname}`,
    `DTSTAMP:${moment(one.movedAt)}`,
    `LAST-MODIFIED:${moment(one.movedAt)}`,
    `SEQUENCE:${one.version - 1}`,
    `DTSTART;VALUE=DATE:${day(one.lastDay)}`,
    `DTEND;VALUE=DATE:${day(addDays(one.lastDay, 1))}`,
    `SUMMARY:${text(titleOf(one, t))}`,
    `URL:${new URL(one.page, portal).href}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/**
 * Somebody's deadlines as an iCalendar file: whole days, each the last one in time. A deadline that moves keeps its
 * UID and counts its SEQUENCE up.
 */
export function calendarFile(events: readonly CalendarEvent[], t: Texts, portal: string): string {
  const own = new URL(portal);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samarbeidsforum//Frister//NB',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(t.notifications.calendarName)}`,
    'X-WR-TIMEZONE:Europe/Oslo',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((one) => event(one, t, own)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
