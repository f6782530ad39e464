import { addYears } from '#lib/domain/day';
import { conflict, done, invalid, refused, type Decision } from '#lib/domain/outcome';
import { openRound, outOfOrder, validOn, type Deadlines, type NewRound, type Opening } from '#lib/domain/round/round';
import type { RuleSet } from './rules';
import { DEADLINE_KINDS, PROGRAMMES, type Programme } from '#lib/domain/states';
import { usualDeadlines, type DeadlineDefault } from './deadlines';

/** A round of an earlier year, as a new year is made from it. */
export interface EarlierRound {
  programme: Programme;
  year: number;
  ruleSetId: string;
  forumId: string;
  budget: number | null;
  deadlines: Deadlines;
}
interface Forum {
  id: string;
  name: string;
  programmes: readonly Programme[];
}
export interface CountyYears extends Opening {
  ruleSets: readonly RuleSet[];
  fora: readonly Forum[];
  rounds: readonly EarlierRound[];
  defaults: readonly DeadlineDefault[];
}

interface Side {
  rules: string | null;
  forum: string | null;
  deadlines: Deadlines;
}
/** One programme in the new year: as it was when it last had a round, as it will be, and what stands in the way. */
export interface PlannedRound {
  programme: Programme;
  open: boolean;
  was: (Side & { year: number; budget: number | null }) | null;
  now: Side;
  ruleSetId: string | null;
  forumId: string | null;
  missing: readonly ('rules' | 'forum' | 'order')[];
}

/** The last year before this with rounds; null when there is none. */
export const lastYear = ({ rounds }: Pick<CountyYears, 'rounds'>, year: number): number | null =>
  rounds.reduce<number | null>((last, one) => (one.year < year && one.year > (last ?? 0) ? one.year : last), null);

/** The last round of a programme before a year; null when it has had none. */
const lastOf = ({ rounds }: CountyYears, programme: Programme, year: number): EarlierRound | null =>
  rounds.filter((one) => one.programme === programme && one.year < year).toSorted((a, b) => b.year - a.year)[0] ?? null;

/**
 * A new year as the set-up makes it: the programmes of last year, then the others a forum handles, with the same
 * forum, the rules that hold then,
 * and the deadlines of the county, else those of its last round moved, else the portal's.
 */
export function planYear(county: CountyYears, year: number): PlannedRound[] {
  const from = lastYear(county, year);
  const wasThen = (programme: Programme): boolean =>
    county.rounds.some((one) => one.year === from && one.programme === programme);
  const isHandled = (programme: Programme): boolean =>
    county.fora.some(({ programmes }) => programmes.includes(programme));
  const programmes = [
    ...PROGRAMMES.filter(wasThen),
    ...PROGRAMMES.filter((programme) => !wasThen(programme) && isHandled(programme)),
  ];
  return programmes.map((programme): PlannedRound => {
    const last = lastOf(county, programme, year);
    const own = last === null || county.defaults.some((one) => one.programme === programme);
    const deadlines = own
      ? usualDeadlines(county.defaults, programme, year)
      : (Object.fromEntries(
          DEADLINE_KINDS.map((kind) => [kind, addYears(last.deadlines[kind], year - last.year)]),
        ) as unknown as Deadlines);
    const rules = county.ruleSets.find((one) => one.programme === programme && validOn(one, deadlines.need));
    const fora = county.fora.filter((one) => one.programmes.includes(programme));
    const forum = fora.find(({ id }) => id === last?.forumId) ?? fora[0];
    const missing = [
      rules === undefined && ('rules' as const),
      forum === undefined && ('forum' as const),
      outOfOrder(deadlines).length > 0 && ('order' as const),
    ].filter((one) => one !== false);
    return {
      programme,
      missing,
      open: county.rounds.some((one) => one.year === year && one.programme === programme),
      was:
        last === null
          ? null
          : {
              year: last.year,
              budget: last.budget,
              deadlines: last.deadlines,
              rules: county.ruleSets.find(({ id }) => id === last.ruleSetId)?.name ?? null,
              forum: county.fora.find(({ id }) => id === last.forumId)?.name ?? null,
            },
      now: { rules: rules?.name ?? null, forum: forum?.name ?? null, deadlines },
      ruleSetId: rules?.id ?? null,
      forumId: forum?.id ?? null,
    };
  });
}

/** What was read of a plan, in one line: opening it takes the same. */
export const printOf = (plan: readonly PlannedRound[]): string =>
  plan
    .map(({ programme, ruleSetId, forumId, now }) =>
      [programme, ruleSetId, forumId, ...DEADLINE_KINDS.map((kind) => now.deadlines[kind])].join(' '),
    )
    .join('; ');

/**
 * Opens the planned rounds that are given a budget. Those already open stay, so that doing it again opens nothing
 * again. Refuses a plan that is no longer the one that was read.
 */
export function decideYear(
  county: CountyYears,
  input: { year: number; seen: string; budget: Readonly<Partial<Record<Programme, number | null>>> },
): Decision<NewRound[]> {
  const plan = planYear(county, input.year);
  if (printOf(plan) !== input.seen) return conflict;
  const rounds: NewRound[] = [];
  const waiting = plan.filter(({ open }) => !open);
  for (const { programme, ruleSetId, forumId, now } of waiting) {
    const budget = input.budget[programme] ?? null;
    if (budget === null) continue;
    if (ruleSetId === null || forumId === null) return refused({ code: 'year-not-ready', programme, year: input.year });
    const round = openRound(county, {
      programme,
      year: input.year,
      budget,
      reserve: 0,
      ruleSetId,
      forumId,
      deadlines: now.deadlines,
    });
    if (round.kind !== 'done')
      return round.kind === 'invalid' ? refused({ code: 'year-not-ready', programme, year: input.year }) : round;
    rounds.push(round.value);
  }
  const first = waiting.find(({ missing }) => missing.length === 0) ?? waiting[0];
  const asked = plan.some(({ programme }) => (input.budget[programme] ?? null) !== null);
  return !asked && first !== undefined ? invalid({ [`budget.${first.programme}`]: 'required' }) : done(rounds);
}
