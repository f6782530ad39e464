import { allocate, type Allocated } from './allocate';
import type { Method, MethodOptions, Request } from './methods';
import { splitKey, type RuleSet } from './rules';
import { askedOf, total, type RoundCase } from './tildeling';
import { placeOf, type Exceptions } from './tildeling-split';

/** A round with its needs, its rules and its exceptions: what the workbench works on. */
export interface AllocationRound {
  readonly budget: number | null;
  readonly reserve: number;
  readonly rules: RuleSet;
  readonly cases: readonly RoundCase[];
  readonly exceptions: Exceptions;
}

/** Whether a need's amount can still be set: recommended, and its tildeling not proposed or decided. */
export const isOpen = (one: RoundCase): boolean =>
  one.needState === 'recommended' && (one.tildeling === null || one.tildeling.state === 'draft');

/** Kroner held by what no suggestion or save touches: proposed and decided tildelinger. */
export const heldBy = (cases: readonly RoundCase[]): number =>
  cases.reduce(
    (sum, one) => sum + (one.tildeling !== null && one.tildeling.state !== 'draft' ? total(one.tildeling) : 0),
    0,
  );

function toRequest(one: RoundCase, { rules, exceptions }: AllocationRound): Request {
  const asked = askedOf(one.lines);
  const place = placeOf(rules.splitLevel, one);
  const agreed = exceptions.agreements.some(
    (agreement) => agreement.regionId === place.regionId && agreement.behovsmeldingId === place.behovsmeldingId,
  );
  return {
    key: one.needId,
    tie: one.tie,
    regionId: one.regionId,
    asked: total(asked),
    priority: one.priority,
    recommended: one.recommended,
    lines: one.lines,
    keyed: rules.splitEnforcement === 'require' && asked.uh > 0 && !agreed,
  };
}

/** A suggestion in kroner for every open need, from what the budget has left beside the reserve and the tildelinger already proposed. */
export function suggest(round: AllocationRound, method: Method, options: MethodOptions = {}): Allocated {
  const open = round.cases.filter(isOpen);
  const requests = open.map((one) => toRequest(one, round));
  const asked = requests.reduce((sum, one) => sum + one.asked, 0);
  const left = round.budget === null ? asked : Math.max(0, round.budget - round.reserve - heldBy(round.cases));
  return allocate(left, requests, method, splitKey(round.rules), options);
}
