import { formatKroner } from '#lib/domain/money/kroner';
import type { Texts } from '#lib/texts/texts';

interface Entry {
  readonly actorName: string;
  readonly action: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** What happened to a tildeling, in a sentence. */
export function historyWords({ actorName, action, details }: Entry, t: Texts): string {
  const words = t.tildeling.history;
  const amount = formatKroner(Number(details.network ?? 0) + Number(details.uh ?? 0));
  switch (action) {
    case 'round.allocate':
    case 'round.propose':
    case 'tildeling.approve':
      return words[action](actorName, amount);
    case 'tildeling.return':
      return words[action](actorName, amount, String(details.comment ?? ''));
    default:
      return words.other(actorName);
  }
}
