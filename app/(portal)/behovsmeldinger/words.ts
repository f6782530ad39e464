import type { Told } from '#lib/domain/behovsmelding/comment';
import { ownLastDay } from '#lib/domain/behovsmelding/sending';
import type { FieldErrors } from '#lib/domain/outcome';
import type { Programme } from '#lib/domain/states';
import { formatDeadline, formatDeadlineUntil } from '#lib/texts/format';
import { roundName } from '#lib/texts/round-name';
import type { Texts } from '#lib/texts/texts';
import type { FormState, Typed } from '../../answer';

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

/** What the form shows after a button: as any form after a no; or all is saved, and it goes on with a comment that is typed and not written. */
export type FormSaid = FormState | { kind: 'said'; told: Told | null; typed: Typed };

/** What each button at the comments does. */
export const DEED = { kommentar: 'written', lost: 'resolved', apnet: 'reopened' } as const;
type Button = keyof typeof DEED;
/** A button at the comments, and the part or the comment that it is of. */
export type Pressed = readonly [Button, string];

const isButton = (name: string | undefined): name is Button => name !== undefined && Object.hasOwn(DEED, name);

/** Which button at the comments was pressed: «kommentar.behov», «lost.<comment>»; null for the form's others. */
export function pressedIn(next: string): Pressed | null {
  const [, button, of = ''] = /^([a-z]+)\.(.+)$/.exec(next) ?? [];
  return isButton(button) ? [button, of] : null;
}

/** Whether a comment is typed and not written: it is in no record, and would be lost with the page. */
export const hasUnsaid = (form: FormData): boolean =>
  [...form].some(
    ([name, value]) => /^kommentar\.[a-z]+$/.test(name) && typeof value === 'string' && value.trim() !== '',
  );

/** What is wrong with a comment, at the box and the choice it was typed in. */
export const atBox = (errors: FieldErrors, box: string): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, code]) => [name === 'field' ? `${box}.felt` : box, code]));
