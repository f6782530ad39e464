import { done, invalid, refused, type Decision } from './outcome';
import type { RoundCase } from './tildeling';
import type { Place, SplitDispensation } from './tildeling-split';

/** Where an exception is asked for or an agreement holds, by the name a reader knows; null when the round has no such place. */
export function placeName(
  place: Place,
  cases: readonly Pick<RoundCase, 'needId' | 'title' | 'regionId' | 'regionName'>[],
): { readonly name: string | null } | null {
  if (place.regionId !== null && place.behovsmeldingId !== null) return null;
  if (place.regionId === null && place.behovsmeldingId === null) return { name: null };
  const found = cases.find((one) =>
    place.regionId === null ? one.needId === place.behovsmeldingId : one.regionId === place.regionId,
  );
  if (found === undefined) return null;
  return { name: place.regionId === null ? found.title : found.regionName };
}

/** Asking for an exception from the key: once for each place while it waits. */
export function askSplit(
  round: { cases: readonly RoundCase[]; exceptions: { dispensations: readonly SplitDispensation[] } },
  place: Place,
): Decision<{ where: string | null }> {
  const named = placeName(place, round.cases);
  if (named === null) return invalid({ regionId: 'not-in-list' });
  const asked = round.exceptions.dispensations.some(
    (one) => one.state === 'asked' && one.regionId === place.regionId && one.behovsmeldingId === place.behovsmeldingId,
  );
  return asked ? refused({ code: 'already-asked' }) : done({ where: named.name });
}

/** An agreement that the UH gets more than the key: above the key's share, and for a place in the round. */
export function registerAgreement(
  round: { cases: readonly RoundCase[]; rules: { splitUh: number } },
  input: Place & { uhPercent: number },
): Decision<{ where: string | null }> {
  const named = placeName(input, round.cases);
  if (named === null) return invalid({ regionId: 'not-in-list' });
  return input.uhPercent > round.rules.splitUh ? done({ where: named.name }) : invalid({ uhPercent: 'out-of-range' });
}
