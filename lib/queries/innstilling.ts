import { inPriority, regionSums, sumRecommended } from '#lib/domain/innstilling/innstilling';
import { innstillingDraftIn, typingOfDraft, UNWRITTEN } from '#lib/domain/innstilling/write';
import { allowed, may } from '#lib/domain/policy/may';
import { splitKey } from '#lib/domain/setup/rules';
import {
  findInnstilling,
  findRecommendedBehovsmeldinger,
  findSentBehovsmeldinger,
} from '#lib/db/innstilling/innstilling';
import { findNotSent } from '#lib/db/behovsmelding/sending';
import { roundSubject, ruleSetOf } from '#lib/db/round/round';
import { findRounds } from '#lib/db/round/list';
import { ById, Nothing } from '#lib/schema/fields';
import { listQuery, query, together } from './query';

/** The rounds that have reached the forum, as far as the reader may see. */
export const innstillingerPage = listQuery({
  action: 'innstilling.read',
  schema: Nothing,
  find: async (tx, ways, _, { actor }) => {
    const rounds = await findRounds(tx, ways);
    return rounds
      .filter((round) => may(actor, 'innstilling.read', round))
      .map((round) => ({ ...round, writes: may(actor, 'innstilling.save', round) }));
  },
});

/** A round's innstilling, delivered or as it is being written, with the needs it speaks of and the sums of each region. */
export const innstillingPage = query({
  action: 'innstilling.read',
  schema: ById,
  load: (tx, { id }) => roundSubject(tx, id),
  show: async (round, { actor, now }, tx) => {
    const { rules, innstilling } = await together({
      rules: ruleSetOf(tx, round),
      innstilling: findInnstilling(tx, round.id),
    });
    const needs =
      innstilling?.state === 'delivered'
        ? await findRecommendedBehovsmeldinger(tx, innstilling.id)
        : await findSentBehovsmeldinger(tx, round.id);
    const allowedHere = allowed(actor, ['innstilling.save', 'innstilling.deliver'], round);
    // The forum does not read what is given back: it is told of the owner and the day.
    const notSent = allowedHere.includes('innstilling.deliver')
      ? (await findNotSent(tx, round.id, now)).map((one) => ({ ...one, title: null }))
      : [];
    const ids = new Set(needs.map(({ id }) => id));
    const written = (innstilling?.lines ?? []).filter(({ needId }) => ids.has(needId));
    const typing = typingOfDraft({ ...(innstilling ?? UNWRITTEN), lines: written });
    const lines = innstilling?.state === 'delivered' ? written : inPriority(innstillingDraftIn(typing, [...ids]).lines);
    return {
      round,
      rules,
      innstilling,
      needs,
      lines,
      now,
      /** The form as the draft fills it. */
      typing,
      sums: sumRecommended(lines),
      regions: regionSums(needs, lines, splitKey(rules)),
      notSent,
      allowed: allowedHere,
    };
  },
});
export type InnstillingPage = NonNullable<Awaited<ReturnType<typeof innstillingPage>>>;
