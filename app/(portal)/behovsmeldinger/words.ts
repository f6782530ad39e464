import type { Comment, Told } from '#lib/domain/behovsmelding/comment';
import { ownLastDay, sendingOf, whyNotSend } from '#lib/domain/behovsmelding/sending';
import { dayAt, type Day } from '#lib/domain/day';
import type { FieldErrors } from '#lib/domain/outcome';
import type { Programme } from '#lib/domain/states';
import { formatDateTime, formatDeadline, formatDeadlineUntil, roundName } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import type { FormState, Typed } from '../../answer';
import type { Said } from '#components/behovsmelding/talk';
import { behovsmeldingWords } from '#components/behovsmelding/words';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import { changedSince } from '#lib/domain/behovsmelding/decide';
import { typingFrom } from '#lib/domain/behovsmelding/draft';
import { egenandelRefusals, missingIn } from '#lib/domain/behovsmelding/missing';
import { explainRefusal } from '#lib/texts/explain';

/** A list has each need's own day; a need that is read has the round's, and what is opened for its owner. */
interface Timed {
  needLastDay: Day;
  lateUntil?: Day | null;
}
const lastDayOf = ({ needLastDay, lateUntil = null }: Timed): Day => ownLastDay({ needLastDay, lateUntil });

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

/**
 * What the form shows after a button: as any form after a no; or all is saved, and it goes on with a comment that is
 * typed and not written.
 */
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

/** «Silje Moen ba om godkjenning 15. januar kl. 11.00. Den er endret etter det.» */
export function askedLine(
  need: Pick<Behovsmelding, 'readyAt' | 'readyByName' | 'updatedAt'>,
  now: Date,
  t: Texts,
): string {
  if (need.readyAt === null) return '';
  const asked = t.writers.askedAt(need.readyByName ?? '', formatDateTime(need.readyAt, now));
  return changedSince(need) ? `${asked} ${t.writers.changed}` : asked;
}

/** Why a need can not be sent as it stands, each as a sentence; empty when it can. */
export function stopsOf(need: Behovsmelding, now: Date, t: Texts): string[] {
  const no = whyNotSend(sendingOf(need), dayAt(now));
  const names = new Map([
    [need.ownerId, need.ownerName],
    ...need.uh.map(({ organisationId, name }): [string, string] => [organisationId, name]),
  ]);
  const { labelOf } = behovsmeldingWords(typingFrom(need), names, t);
  const missing = [...new Set(missingIn(need, need.rules).map(({ field }) => labelOf(field)))];
  return [
    ...(no === null ? [] : [explainRefusal(no, t)]),
    ...(missing.length === 0 ? [] : [t.writers.lacks(missing.join(', '))]),
    ...egenandelRefusals(need, need.rules).map((refusal) => explainRefusal(refusal, t)),
  ];
}

/** A comment with its times in words, as a page shows it. */
export function sayComment(
  { id, field, text, authorName, at, resolvedByName, resolvedAt }: Comment,
  now: Date,
  t: Texts,
): Said {
  const words = t.comments;
  const resolved = resolvedAt === null ? null : words.resolved(resolvedByName ?? '', formatDateTime(resolvedAt, now));
  return { id, field, text, authorName, by: words.by(authorName, formatDateTime(at, now)), resolved };
}

/** What Statsforvalteren said of a field when it gave the need back, and when it was answered. */
export function sayReturned({ id, field, text, authorName, at, resolvedAt }: Comment, now: Date, t: Texts): Said {
  const words = t.beside.giveBack;
  return {
    id,
    field,
    text,
    authorName,
    by: words.county(authorName, formatDateTime(at, now)),
    resolved: resolvedAt === null ? null : words.answered(formatDateTime(resolvedAt, now)),
    fromCounty: true,
  };
}
