import type { Said } from '#components/behovsmelding/talk';
import { behovsmeldingWords } from '#components/behovsmelding/words';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import type { Comment } from '#lib/domain/behovsmelding/comment';
import { changedSince } from '#lib/domain/behovsmelding/decide';
import { typingFrom } from '#lib/domain/behovsmelding/draft';
import { egenandelRefusals, missingIn } from '#lib/domain/behovsmelding/missing';
import { sendingOf, whyNotSend } from '#lib/domain/behovsmelding/sending';
import { explainRefusal } from '#lib/texts/explain';
import { formatDateTime } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

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
  const no = whyNotSend(sendingOf(need), now);
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
