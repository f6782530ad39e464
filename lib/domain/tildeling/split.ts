import type { Day } from '#lib/domain/day';
import { assessSplit, type SplitLevel, type SplitStatus } from '#lib/domain/money/fordeling';
import { type Decision, done, invalid, refused } from '#lib/domain/outcome';
import { type RuleSet, splitKey } from '#lib/domain/setup/rules';
import type { DispensationState } from '#lib/domain/states';
import { type Judged, type RoundCase, total } from './tildeling';

/** What an exception is for: a region, one need, or (both null) the whole round. */
export interface SplitPlace {
  readonly regionId: string | null;
  readonly behovsmeldingId: string | null;
}
export interface SplitDispensation extends SplitPlace {
  readonly id: string;
  readonly state: DispensationState;
  readonly reason: string;
  readonly decisionReason: string;
}
export interface Agreement extends SplitPlace {
  readonly id: string;
  readonly parties: string;
  readonly uhPercent: number;
  readonly agreedOn: Day;
}
export interface ExceptionList {
  readonly dispensations: readonly SplitDispensation[];
  readonly agreements: readonly Agreement[];
}

/** The sums the key is held against. `parts`: how many divided sums they are made of. */
export interface LevelSum extends SplitPlace {
  readonly key: string;
  readonly name: string | null;
  readonly network: number;
  readonly uh: number;
  readonly parts: number;
}

type Located = Pick<Judged, 'needId' | 'regionId'>;

/** Which sum a need belongs to. A need without a region is a region of its own. */
export function placeOf(level: SplitLevel, { needId, regionId }: Located): SplitPlace & { readonly key: string } {
  if (level === 'round') return { key: 'round', regionId: null, behovsmeldingId: null };
  if (level === 'region' && regionId !== null) return { key: `region-${regionId}`, regionId, behovsmeldingId: null };
  return { key: `need-${needId}`, regionId: null, behovsmeldingId: needId };
}

/** The sums in kroner at the rule set's level, in the order the needs came. */
export function levelSums(level: SplitLevel, judged: readonly Judged[]): LevelSum[] {
  const sums = new Map<string, LevelSum>();
  for (const one of judged) {
    const place = placeOf(level, one);
    const name = place.regionId === null ? (place.behovsmeldingId === null ? null : one.title) : one.regionName;
    const { network, uh, parts } = sums.get(place.key) ?? { network: 0, uh: 0, parts: 0 };
    sums.set(place.key, {
      ...place,
      name,
      network: network + one.given.network,
      uh: uh + one.given.uh,
      parts: parts + (total(one.given) > 0 ? 1 : 0),
    });
  }
  return [...sums.values()];
}

export interface AssessedLevel {
  readonly sum: LevelSum;
  readonly status: SplitStatus;
  readonly uhShare: number | null;
  readonly missing: number | null;
  /** What lets it stand although the key is not met. */
  readonly excused: 'dispensation' | 'agreement' | null;
}

const covers = (exception: SplitPlace, sum: SplitPlace): boolean =>
  (exception.regionId === sum.regionId && exception.behovsmeldingId === sum.behovsmeldingId) ||
  (exception.regionId === null && exception.behovsmeldingId === null);

/**
 * Whether one sum holds the key, and what excuses it: a granted dispensation for too little to the UH, an agreement
 * of at least that share for more.
 */
export function assessLevel(sum: LevelSum, rules: RuleSet, exceptions: ExceptionList): AssessedLevel {
  const { status, uhShare, missing } = assessSplit(sum, splitKey(rules), sum.parts);
  const dispensed =
    status === 'uh-short' && exceptions.dispensations.some((one) => one.state === 'granted' && covers(one, sum));
  const agreed =
    status === 'uh-raised' &&
    exceptions.agreements.some(
      (one) =>
        covers(one, sum) &&
        assessSplit(sum, { network: 100 - one.uhPercent, uh: one.uhPercent }, sum.parts).status !== 'uh-raised',
    );
  return { sum, status, uhShare, missing, excused: dispensed ? 'dispensation' : agreed ? 'agreement' : null };
}

/** Where an exception is asked for or an agreement holds, by the name a reader knows; null when the round has no such place. */
export function placeName(
  place: SplitPlace,
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
export function decideSplitAsked(
  round: { cases: readonly RoundCase[]; exceptions: { dispensations: readonly SplitDispensation[] } },
  place: SplitPlace,
): Decision<{ where: string | null }> {
  const named = placeName(place, round.cases);
  if (named === null) return invalid({ regionId: 'not-in-list' });
  const asked = round.exceptions.dispensations.some(
    (one) => one.state === 'asked' && one.regionId === place.regionId && one.behovsmeldingId === place.behovsmeldingId,
  );
  return asked ? refused({ code: 'already-asked' }) : done({ where: named.name });
}

/** An agreement that the UH gets more than the key: above the key's share, and for a place in the round. */
export function decideAgreement(
  round: { cases: readonly RoundCase[]; rules: { splitUh: number } },
  input: SplitPlace & { uhPercent: number },
): Decision<{ where: string | null }> {
  const named = placeName(input, round.cases);
  if (named === null) return invalid({ regionId: 'not-in-list' });
  return input.uhPercent > round.rules.splitUh ? done({ where: named.name }) : invalid({ uhPercent: 'out-of-range' });
}
