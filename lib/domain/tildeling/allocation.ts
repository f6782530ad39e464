import type { FieldError } from '#lib/domain/form/field-errors';
import { type Decision, done, invalid, refused } from '#lib/domain/outcome';
import type { Refusal } from '#lib/domain/refusal';
import { type RuleSet, splitKey } from '#lib/domain/setup/rules';
import type { Side, TildelingOutcome } from '#lib/domain/states';
import { allocate, type Allocated } from './allocate';
import { divideSides } from './divide';
import type { Method, MethodOptions, Request } from './methods';
import { type ExceptionList, placeOf } from './split';
import { judgeBudget } from './judge';
import { askedOf, outcomeFor, type RoundCase, type Sides, total } from './tildeling';

/** What the caseworker typed for one need; null is an empty box. */
export interface TypedRow {
  readonly network: number | null;
  readonly uh: number | null;
  readonly reason: string;
}
export interface AllocationInput {
  readonly rows: Readonly<Record<string, TypedRow>>;
  readonly reserve: number | null;
  readonly method: Method | null;
  readonly last: 'partly' | 'not-at-all';
  readonly weights: Readonly<Record<string, number>>;
}
export interface DraftLine {
  readonly side: Side;
  readonly receiverId: string;
  readonly budgetYear: number;
  readonly amount: number;
}
export interface Origin {
  readonly method: string;
  readonly methodReason: string;
  readonly methodFigures: Readonly<Record<string, string | number | null>>;
}

/** A tildeling as it is to be saved. */
export interface AllocationDraft extends Origin, Sides {
  readonly needId: string;
  readonly tildelingId: string | null;
  readonly title: string;
  readonly outcome: TildelingOutcome;
  readonly reason: string;
  readonly lines: readonly DraftLine[];
}
export interface Allocation {
  readonly drafts: readonly AllocationDraft[];
  readonly cleared: readonly string[];
  readonly reserve: number;
  readonly used: number;
}

const sameSides = (a: Sides, b: Sides): boolean => a.network === b.network && a.uh === b.uh;

/** How each amount came to be: what the method gives is the method's, what is unchanged keeps its own, the rest is by hand. */
function originOf(one: RoundCase, given: Sides, suggested: ReadonlyMap<string, Sides & Origin>, by: string): Origin {
  const suggestion = suggested.get(one.needId);
  if (suggestion && sameSides(suggestion, given)) {
    const { method, methodReason, methodFigures } = suggestion;
    return { method, methodReason, methodFigures };
  }
  if (one.tildeling && sameSides(one.tildeling, given)) {
    const { method, methodReason, methodFigures } = one.tildeling;
    return { method, methodReason, methodFigures };
  }
  return { method: 'by-hand', methodReason: 'by-hand', methodFigures: { by } };
}

/** The method's amounts by need, each with its reason in a code and the figures of its sentence. */
function suggestions(
  round: AllocationRound,
  method: Method | null,
  options: MethodOptions,
): Map<string, Sides & Origin> {
  if (method === null) return new Map();
  const answer = suggest(round, method, options);
  if (!answer.ok) return new Map();
  return new Map(
    answer.allocations.map(({ key, network, uh, reason: { code, ...figures } }) => [
      key,
      { network, uh, method, methodReason: code, methodFigures: figures },
    ]),
  );
}

function linesOf(one: RoundCase, given: Sides): DraftLine[] | null {
  const divided = divideSides(given.network, given.uh, one.lines);
  if (divided === null) return null;
  const amounts = new Map(divided.lines.map(({ key, amount }) => [key, amount]));
  return one.lines.flatMap(({ key, side, receiverId, year }) => {
    const amount = amounts.get(key) ?? 0;
    return amount === 0 ? [] : [{ side, receiverId, budgetYear: year, amount }];
  });
}

/** A working version: refuses more than a need asks for, money to a side without a receiver, and lines and reserve above the budget. */
export function decideAllocation(round: AllocationRound, input: AllocationInput, by: string): Decision<Allocation> {
  const errors: Record<string, FieldError> = {};
  const refusals: Refusal[] = [];
  const drafts: AllocationDraft[] = [];
  const cleared: string[] = [];
  const suggested = suggestions(round, input.method, {
    last: input.last,
    weights: new Map(Object.entries(input.weights)),
  });
  const known = new Set(round.cases.map((one) => one.needId));
  for (const needId of Object.keys(input.rows)) if (!known.has(needId)) errors[`rows.${needId}.network`] = 'malformed';
  let used = heldBy(round.cases);
  for (const one of round.cases) {
    const row = input.rows[one.needId];
    if (!isOpen(one)) {
      if (one.tildeling?.state === 'draft') cleared.push(one.tildeling.id);
      continue;
    }
    if (row === undefined) {
      used += one.tildeling === null ? 0 : total(one.tildeling);
      continue;
    }
    const { network, uh, reason } = row;
    if (network === null && uh === null) {
      if (one.tildeling !== null) cleared.push(one.tildeling.id);
      continue;
    }
    if (network === null || uh === null) {
      errors[`rows.${one.needId}.${network === null ? 'network' : 'uh'}`] = 'required';
      continue;
    }
    const given = { network, uh };
    const asked = askedOf(one.lines);
    used += total(given);
    if (total(given) > total(asked))
      refusals.push({ code: 'over-request', title: one.title, asked: total(asked), amount: total(given) });
    const lines = linesOf(one, given);
    if (lines === null) {
      refusals.push({ code: 'no-receiver', title: one.title });
      continue;
    }
    const origin = originOf(one, given, suggested, by);
    const same =
      one.tildeling !== null &&
      sameSides(one.tildeling, given) &&
      one.tildeling.reason === reason &&
      one.tildeling.method === origin.method &&
      one.tildeling.methodReason === origin.methodReason;
    if (!same)
      drafts.push({
        needId: one.needId,
        tildelingId: one.tildeling?.id ?? null,
        title: one.title,
        ...given,
        outcome: outcomeFor(asked, given),
        reason,
        lines,
        ...origin,
      });
  }
  const reserve = input.reserve ?? round.reserve;
  refusals.push(...judgeBudget(round.budget, reserve, used));
  if (Object.keys(errors).length > 0) return invalid(errors);
  return refusals.length > 0 ? refused(...refusals) : done({ drafts, cleared, reserve, used });
}

/** A round with its needs, its rules and its exceptions: what the workbench works on. */
export interface AllocationRound {
  readonly budget: number | null;
  readonly reserve: number;
  readonly rules: RuleSet;
  readonly cases: readonly RoundCase[];
  readonly exceptions: ExceptionList;
}

/** Whether a need's amount can still be set: recommended, and its tildeling not proposed or decided. */
export const isOpen = (one: RoundCase): boolean =>
  one.needState === 'recommended' && (one.tildeling === null || one.tildeling.state === 'draft');

/** Kroner held by what no suggestion or save touches: proposed and decided tildelinger. */
const heldBy = (cases: readonly RoundCase[]): number =>
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
