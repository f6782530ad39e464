import { requiredEgenandel } from '#lib/domain/money/egenandel';
import { conflict, done, refused, type Decision } from '#lib/domain/outcome';
import { egenandelRule, type RuleSet } from '#lib/domain/setup/rules';
import {
  askedOf,
  judgeBudget,
  judgeCase,
  judgedAs,
  outcomeFor,
  total,
  type Granted,
  type Judged,
  type RoundCase,
} from './tildeling';
import type { AllocationRound } from './allocation';
import { judgeLevel, judgeLevels, type ExceptionList, type LevelSum } from './split';

/** A need that has an amount. */
export type GrantedCase = RoundCase & { readonly tildeling: Granted };

const isGranted = (one: RoundCase): one is GrantedCase => one.tildeling !== null;
const inState = (cases: readonly RoundCase[], ...states: readonly string[]): GrantedCase[] =>
  cases.filter(isGranted).filter((one) => states.includes(one.tildeling.state));
const judged = (one: GrantedCase): Judged => judgedAs(one, one.tildeling, one.tildeling.reason);

/** Those chosen among the candidates, all when nobody chose; null when one of them is no candidate any more. */
function chosen(candidates: readonly GrantedCase[], ids: readonly string[] | null): readonly GrantedCase[] | null {
  if (ids === null) return candidates;
  const picked = candidates.filter((one) => ids.includes(one.tildeling.id));
  return picked.length === new Set(ids).size ? picked : null;
}

/** Egenandel, reasons, the key and the budget for these tildelinger beside all that are proposed or decided. */
function judgeTogether(round: AllocationRound, these: readonly GrantedCase[]): Decision<null> {
  const picked = new Set(these);
  const beside = inState(round.cases, 'proposed', 'approved', 'sent').filter((one) => !picked.has(one));
  const used = round.cases.filter(isGranted).reduce((sum, one) => sum + total(one.tildeling), 0);
  const refusals = [
    ...judgeBudget(round.budget, round.reserve, used),
    ...judgeLevels([...beside, ...these].map(judged), these, round.rules, round.exceptions),
    ...these.flatMap((one) => judgeCase(judged(one), round.rules)),
  ];
  return refusals.length > 0 ? refused(...refusals) : done(null);
}

export interface Proposal {
  readonly these: readonly GrantedCase[];
  readonly complete: boolean;
}

/** The drafts to propose: the chosen, or all. Complete when no recommended need is left without a proposal. */
export function proposeRound(round: AllocationRound, ids: readonly string[] | null): Decision<Proposal> {
  const these = chosen(
    inState(round.cases, 'draft').filter((one) => one.needState === 'recommended'),
    ids,
  );
  if (these === null) return conflict;
  if (these.length === 0) return refused({ code: 'nothing-to-propose' });
  const answer = judgeTogether(round, these);
  if (answer.kind !== 'done') return answer;
  const picked = new Set<RoundCase>(these);
  const complete = round.cases.every(
    (one) => one.needState !== 'recommended' || picked.has(one) || (isGranted(one) && one.tildeling.state !== 'draft'),
  );
  return done({ these, complete });
}

/** What is frozen when a tildeling is approved. Kroner; null when the programme demands no egenandel, or it is not given. */
export interface Approval {
  readonly one: GrantedCase;
  readonly outcome: ReturnType<typeof outcomeFor>;
  readonly required: number | null;
  readonly planned: number | null;
}
export interface Approvals {
  readonly approvals: readonly Approval[];
  readonly complete: boolean;
}

function frozen(one: GrantedCase, rules: RuleSet): Approval {
  const { network, uh } = one.tildeling;
  return {
    one,
    outcome: outcomeFor(askedOf(one.lines), one.tildeling),
    required: requiredEgenandel({ owner: network, uh }, egenandelRule(rules)),
    planned: one.egenandel,
  };
}

/** The proposed tildelinger to approve: the chosen, or all. Everything is judged again; one that is another than the version seen is a conflict. */
export function approveRound(
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
  const answer = judgeTogether(round, these);
  if (answer.kind !== 'done') return answer;
  const picked = new Set<RoundCase>(these);
  const complete = round.cases.every((one) => one.needState !== 'recommended' || picked.has(one));
  return done({ approvals: these.map((one) => frozen(one, round.rules)), complete });
}

/** The proposed tildelinger to send back: the chosen, or all. What is sent back need not hold the rules. */
export function returnRound(round: AllocationRound, ids: readonly string[] | null): Decision<readonly GrantedCase[]> {
  const these = chosen(inState(round.cases, 'proposed'), ids);
  if (these === null) return conflict;
  return these.length === 0 ? refused({ code: 'nothing-to-return' }) : done(these);
}

/** One case of a round, with the sums that the others make: what is granted in all, and where the key must hold. */
export interface OneCase {
  readonly budget: number | null;
  readonly reserve: number;
  readonly rules: RuleSet;
  readonly exceptions: ExceptionList;
  readonly one: GrantedCase;
  readonly granted: number;
  readonly level: LevelSum;
  readonly undecided: number;
}

/** One proposed tildeling to approve, judged by the same rules against the sums of the round. */
export function approveOne(
  { budget, reserve, rules, exceptions, one, granted, level, undecided }: OneCase,
  seen: number | null = null,
): Decision<Approvals> {
  if (one.needState !== 'recommended' || (seen ?? one.tildeling.version) !== one.tildeling.version) return conflict;
  const refusals = [
    ...judgeBudget(budget, reserve, granted),
    ...judgeLevel(level, rules, exceptions),
    ...judgeCase(judged(one), rules),
  ];
  return refusals.length > 0
    ? refused(...refusals)
    : done({ approvals: [frozen(one, rules)], complete: undecided === 1 });
}
