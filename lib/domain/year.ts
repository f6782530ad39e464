import { dayOf } from './deadline';
import { conflict, done, invalid, refused, type Decision } from './outcome';
import { openRound, outOfOrder, validOn, type Deadlines, type NewRound, type Opening } from './round';
import type { RuleSet } from './rules';
import { DEADLINE_KINDS, PROGRAMMES, type DeadlineKind, type Programme } from './states';
import { moveYears, usualDeadlines, type DeadlineDefault } from './yearly';

/** A round of an earlier year, as a new year is made from it. */
export interface EarlierRound { programme: Programme; year: number; ruleSetId: string; forumId: string; budget: number | null; deadlines: Deadlines }
interface Forum { id: string; name: string; programmes: readonly Programme[] }
export interface CountyYears extends Opening { ruleSets: readonly RuleSet[]; fora: readonly Forum[]; rounds: readonly EarlierRound[]; defaults: readonly DeadlineDefault[] }

interface Side { rules: string | null; forum: string | null; deadlines: Deadlines }
/** One programme in the new year: as it was, as it will be, and what stands in the way. */
export interface PlannedRound {
  programme: Programme; open: boolean; budgetWas: number | null; was: Side; now: Side;
  ruleSetId: string | null; forumId: string | null; missing: readonly ('rules' | 'forum' | 'order')[];
}

const asDates = (days: Readonly<Record<DeadlineKind, string>>): Deadlines => Object.fromEntries(DEADLINE_KINDS.map((kind) => [kind, new Date(days[kind])])) as unknown as Deadlines;

/** The last year before this with rounds; null when there is none. */
export const lastYear = ({ rounds }: Pick<CountyYears, 'rounds'>, year: number): number | null => rounds.reduce<number | null>((last, one) => (one.year < year && one.year > (last ?? 0) ? one.year : last), null);

/** A new year as last year's set-up makes it: the same programmes and fora, the rules that hold then, and the deadlines of the county, else last year's moved. */
export function planYear(county: CountyYears, year: number): PlannedRound[] {
  const from = lastYear(county, year);
  const last = county.rounds.filter((one) => one.year === from).toSorted((a, b) => PROGRAMMES.indexOf(a.programme) - PROGRAMMES.indexOf(b.programme));
  return last.map(({ programme, ruleSetId, forumId, budget, deadlines: before, year: was }): PlannedRound => {
    const own = county.defaults.some((one) => one.programme === programme);
    const moved = Object.fromEntries(DEADLINE_KINDS.map((kind) => [kind, moveYears(before[kind], year - was)])) as unknown as Deadlines;
    const deadlines = own ? asDates(usualDeadlines(county.defaults, programme, year)) : moved;
    const rules = county.ruleSets.find((one) => one.programme === programme && validOn(one, deadlines.need));
    const fora = county.fora.filter((one) => one.programmes.includes(programme));
    const forum = fora.find(({ id }) => id === forumId) ?? fora[0];
    const missing = [rules === undefined && ('rules' as const), forum === undefined && ('forum' as const), outOfOrder(deadlines).length > 0 && ('order' as const)].filter((one) => one !== false);
    return {
      programme, missing, budgetWas: budget, open: county.rounds.some((one) => one.year === year && one.programme === programme),
      was: { rules: county.ruleSets.find(({ id }) => id === ruleSetId)?.name ?? null, forum: county.fora.find(({ id }) => id === forumId)?.name ?? null, deadlines: before },
      now: { rules: rules?.name ?? null, forum: forum?.name ?? null, deadlines }, ruleSetId: rules?.id ?? null, forumId: forum?.id ?? null,
    };
  });
}

/** What was read of a plan, in one line: opening it takes the same. */
export const printOf = (plan: readonly PlannedRound[]): string =>
  plan.map(({ programme, ruleSetId, forumId, now }) => [programme, ruleSetId, forumId, ...DEADLINE_KINDS.map((kind) => dayOf(now.deadlines[kind]))].join(' ')).join('; ');

/** Opens the planned rounds that are given a budget. Those already open stay, so that doing it again opens nothing again. Refuses a plan that is no longer the one that was read. */
export function openYear(county: CountyYears, input: { year: number; seen: string; budget: Readonly<Partial<Record<Programme, number | null>>> }): Decision<NewRound[]> {
  const plan = planYear(county, input.year);
  if (printOf(plan) !== input.seen) return conflict;
  const rounds: NewRound[] = [];
  const waiting = plan.filter(({ open }) => !open);
  for (const { programme, ruleSetId, forumId, now } of waiting) {
    const budget = input.budget[programme] ?? null;
    if (budget === null) continue;
    if (ruleSetId === null || forumId === null) return refused({ code: 'year-not-ready', programme, year: input.year });
    const round = openRound(county, { programme, year: input.year, budget, reserve: 0, ruleSetId, forumId, deadlines: now.deadlines });
    if (round.kind !== 'done') return round.kind === 'invalid' ? refused({ code: 'year-not-ready', programme, year: input.year }) : round;
    rounds.push(round.value);
  }
  const [first] = waiting;
  return rounds.length === 0 && first !== undefined ? invalid({ [`budget.${first.programme}`]: 'required' }) : done(rounds);
}
