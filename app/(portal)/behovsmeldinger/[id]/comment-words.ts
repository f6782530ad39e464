import type { Said } from '#components/need/thread';
import type { Comment } from '#lib/domain/behovsmelding/comment';
import { formatDateTime } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** A comment with its times in words, as a page shows it. */
export function sayComment(
  { id, field, text, authorName, at, resolvedByName, resolvedAt }: Comment,
  now: Date,
  t: Texts,
): Said {
  const words = t.writers.comments;
  const resolved = resolvedAt === null ? null : words.resolved(resolvedByName ?? '', formatDateTime(resolvedAt, now));
  return { id, field, text, authorName, by: words.by(authorName, formatDateTime(at, now)), resolved };
}

/** What Statsforvalteren said of a field when it gave the need back, and when it was answered. */
export function sayReturned({ id, field, text, authorName, at, resolvedAt }: Comment, now: Date, t: Texts): Said {
  const words = t.behovsmelding.giveBack;
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
