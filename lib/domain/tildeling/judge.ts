import { assessEgenandel, requiredEgenandel } from '#lib/domain/money/egenandel';
import { conflict, type Decision, done, refused } from '#lib/domain/outcome';
import type { Refusal } from '#lib/domain/refusal';
import { egenandelRule, type RuleSet } from '#lib/domain/setup/rules';
import type { AllocationRound } from './allocation';
import { type AssessedLevel, assessLevel, levelSums, placeOf } from './split';
import {
  askedOf,
  deviation,
  type CaseTildeling,
  type Judged,
  judgedAs,
  outcomeFor,
  type RoundCase,
  total,
} from './tildeling';

/** Whether an amount needs a reason, since it is below the request or the innstilling. */
export function isCut(one: Pick<Judged, 'asked' | 'recommended' | 'given'>): boolean {
  const below = deviation(one);
  return below.asked > 0 || (below.recommended ?? 0) > 0;
}

/** What stops one tildeling by itself: more than asked, an egenandel that does not hold, a cut without a reason. */
export function judgeCase(one: Judged, rules: RuleSet): Refusal[] {
  const { title, asked, given } = one;
  const refusals: Refusal[] = [];
  if (total(given) > total(asked))
    refusals.push({ code: 'over-request', title, asked: total(asked), amount: total(given) });
  if (isCut(one) && one.reason === '') refusals.push({ code: 'reason-missing', title });
  if (rules.egenandelEnforcement !== 'require' || one.egenandelDispensation) return refusals;
  const { status, required, missing } = assessEgenandel(
    { owner: given.network, uh: given.uh, egenandel: one.egenandel },
    egenandelRule(rules),
  );
  if (status === 'unknown') refusals.push({ code: 'egenandel-unknown', title, source: rules.egenandelSource });
  if (status === 'short') {
    refusals.push({
      code: 'egenandel-short',
      title,
      percent: rules.egenandelPercent,
      required: required ?? 0,
      planned: one.egenandel ?? 0,
      missing: missing ?? 0,
      source: rules.egenandelSource,
    });
  }
  return refusals;
}

/** The budget has no dispensation: lines and reserve within it, always. A round without a budget is an imported one. */
export function judgeBudget(budget: number | null, reserve: number, used: number): Refusal[] {
  if (budget === null || used + reserve <= budget) return [];
  return [{ code: 'over-budget', budget, used: used + reserve, over: used + reserve - budget }];
}

/** What stops a sum that breaks the key without an excuse, where the rule set requires it. */
function judgeLevel({ sum, status, uhShare, missing, excused }: AssessedLevel, rules: RuleSet): Refusal[] {
  if (rules.splitEnforcement !== 'require' || excused !== null || status === 'met') return [];
  const about = {
    where: sum.name,
    percent: rules.splitUh,
    uhShare: uhShare ?? 0,
    uh: sum.uh,
    source: rules.splitSource,
  };
  if (status === 'uh-short') return [{ code: 'split-uh-short', ...about, missing: missing ?? 0 }];
  if (status === 'uh-raised') return [{ code: 'split-uh-raised', ...about, raised: sum.uh - (uhShare ?? 0) }];
  return [{ code: 'split-unknown', where: sum.name, source: rules.splitSource }];
}

/** What a round's amounts are judged by, beside themselves. */
export type Terms = Pick<AllocationRound, 'budget' | 'reserve' | 'rules' | 'exceptions'>;

/** `all`: what the key is summed over. `these`: those of them that are decided on now. `used`: kroner of the whole round. */
export interface Weighed {
  readonly all: readonly Judged[];
  readonly these: readonly Judged[];
  readonly used: number;
}

/** A rule that stops, and what it is about: the budget, a sum of the key (its key) or one need (its id). */
export interface Stop {
  readonly of: 'budget' | 'level' | 'need';
  readonly key: string;
  readonly refusal: Refusal;
}
export interface Judgement {
  readonly levels: readonly AssessedLevel[];
  readonly stops: readonly Stop[];
}

/**
 * The one judgement of amounts: the budget, the key where these are part of a sum, and each of these by itself.
 * The workbench's live sums, proposing and approving all ask it.
 */
export function judgeAmounts({ budget, reserve, rules, exceptions }: Terms, { all, these, used }: Weighed): Judgement {
  const levels = levelSums(rules.splitLevel, all).map((sum) => assessLevel(sum, rules, exceptions));
  const touched = new Set(these.map((one) => placeOf(rules.splitLevel, one).key));
  const stopped = (of: Stop['of'], key: string, refusals: readonly Refusal[]): Stop[] =>
    refusals.map((refusal) => ({ of, key, refusal }));
  return {
    levels,
    stops: [
      ...stopped('budget', 'budget', judgeBudget(budget, reserve, used)),
      ...levels
        .filter(({ sum }) => touched.has(sum.key))
        .flatMap((level) => stopped('level', level.sum.key, judgeLevel(level, rules))),
      ...these.flatMap((one) => stopped('need', one.needId, judgeCase(one, rules))),
    ],
  };
}

/** A need that has an amount. */
export type TildelingCase = RoundCase & { readonly tildeling: CaseTildeling };

/**
 * Whether a need's amount counts: it has one, and it is not a draft that the next save takes away since the need is
 * no longer recommended.
 */
export const isStanding = (one: RoundCase): one is TildelingCase =>
  one.tildeling !== null && (one.tildeling.state !== 'draft' || one.needState === 'recommended');

/** A need's stored amount as the rules judge it. */
const asStored = (one: TildelingCase): Judged => judgedAs(one, one.tildeling, one.tildeling.reason);

const inState = (cases: readonly RoundCase[], state: CaseTildeling['state']): TildelingCase[] =>
  cases.filter(isStanding).filter((one) => one.tildeling.state === state);

/** Those chosen among the candidates, all when nobody chose; null when one of them is no candidate any more. */
function chosen(candidates: readonly TildelingCase[], ids: readonly string[] | null): readonly TildelingCase[] | null {
  if (ids === null) return candidates;
  const wanted = new Set(ids);
  const picked = candidates.filter((one) => wanted.has(one.tildeling.id));
  return picked.length === wanted.size ? picked : null;
}

/** These tildelinger beside all that are proposed or decided: what stops them. Other drafts count in the budget alone. */
function judgeStored(round: AllocationRound, these: readonly TildelingCase[]): Refusal[] {
  const picked = new Set<RoundCase>(these);
  const standing = round.cases.filter(isStanding);
  const { stops } = judgeAmounts(round, {
    all: standing.filter((one) => picked.has(one) || one.tildeling.state !== 'draft').map(asStored),
    these: these.map(asStored),
    used: standing.reduce((sum, one) => sum + total(one.tildeling), 0),
  });
  return stops.map(({ refusal }) => refusal);
}

export interface Proposal {
  readonly these: readonly TildelingCase[];
  readonly complete: boolean;
}

/** The drafts to propose: the chosen, or all. Complete when no recommended need is left without a proposal. */
export function decideProposal(round: AllocationRound, ids: readonly string[] | null): Decision<Proposal> {
  const these = chosen(inState(round.cases, 'draft'), ids);
  if (these === null) return conflict;
  if (these.length === 0) return refused({ code: 'nothing-to-propose' });
  const refusals = judgeStored(round, these);
  if (refusals.length > 0) return refused(...refusals);
  const picked = new Set<RoundCase>(these);
  const complete = round.cases.every(
    (one) =>
      one.needState !== 'recommended' || picked.has(one) || (one.tildeling !== null && one.tildeling.state !== 'draft'),
  );
  return done({ these, complete });
}

/** What is frozen when a tildeling is approved. Kroner; null when the programme demands no egenandel, or it is not given. */
export interface Approval {
  readonly one: TildelingCase;
  readonly outcome: ReturnType<typeof outcomeFor>;
  readonly required: number | null;
  readonly planned: number | null;
}
export interface Approvals {
  readonly approvals: readonly Approval[];
  readonly complete: boolean;
}

function frozen(one: TildelingCase, rules: RuleSet): Approval {
  const { network, uh } = one.tildeling;
  return {
    one,
    outcome: outcomeFor(askedOf(one.lines), one.tildeling),
    required: requiredEgenandel({ owner: network, uh }, egenandelRule(rules)),
    planned: one.egenandel,
  };
}

/**
 * The proposed tildelinger to approve: the chosen, or all. Everything is judged again; one that is another than the
 * version seen is a conflict.
 */
export function decideApproval(
  round: AllocationRound,
  ids: readonly string[] | null,
  seen: Readonly<Record<string, number>> = {},
): Decision<Approvals> {
  const these = chosen(
    inState(round.cases, 'proposed').filter((one) => one.needState === 'recommended'),
    ids,
  );
  if (these === null || these.some(({ tildeling: { id, version } }) => (seen[id] ?? version) !== version))
    return conflict;
  if (these.length === 0) return refused({ code: 'nothing-to-approve' });
  const refusals = judgeStored(round, these);
  if (refusals.length > 0) return refused(...refusals);
  const picked = new Set<RoundCase>(these);
  const complete = round.cases.every((one) => one.needState !== 'recommended' || picked.has(one));
  return done({ approvals: these.map((one) => frozen(one, round.rules)), complete });
}

/** The proposed tildelinger to send back: the chosen, or all. What is sent back need not hold the rules. */
export function decideSentBack(
  round: AllocationRound,
  ids: readonly string[] | null,
): Decision<readonly TildelingCase[]> {
  const these = chosen(inState(round.cases, 'proposed'), ids);
  if (these === null) return conflict;
  return these.length === 0 ? refused({ code: 'nothing-to-return' }) : done(these);
}
