import type { Day } from '#lib/domain/day';
import type { EgenandelBase, EgenandelRule, Enforcement } from '#lib/domain/money/egenandel';
import type { SplitKey, SplitLevel } from '#lib/domain/money/fordeling';
import { conflict, type Decision, done, invalid, refused } from '#lib/domain/outcome';
import type { OwnerKind, Programme, TargetGroup, UnitKind } from '#lib/domain/states';

/** The scheme's numbers for a county and programme over a period, each with its source. A round keeps the one it was opened under. */
export interface RuleSet {
  id: string;
  countyId: string;
  programme: Programme;
  name: string;
  validFrom: Day;
  validTo: Day | null;
  legalBasis: string;
  isExample: boolean;
  egenandelPercent: number;
  egenandelBase: EgenandelBase;
  egenandelEnforcement: Enforcement;
  egenandelTolerance: number;
  egenandelSource: string;
  splitNetwork: number;
  splitUh: number;
  splitLevel: SplitLevel;
  splitEnforcement: Enforcement;
  splitSource: string;
  maxYears: number;
  maxYearsSource: string;
  /** What the programme demands of a need: who normally reports, whom it is for, what takes part, and that it is for the whole staff. */
  applicantKinds: OwnerKind[];
  targetGroups: TargetGroup[];
  unitKinds: UnitKind[];
  collectiveOnly: boolean;
  demandsSource: string;
}

/** The egenandel rule of a rule set, as the assessment takes it. */
export const egenandelRule = (
  rules: Pick<RuleSet, 'egenandelPercent' | 'egenandelBase' | 'egenandelEnforcement' | 'egenandelTolerance'>,
): Required<EgenandelRule> => ({
  percent: rules.egenandelPercent,
  base: rules.egenandelBase,
  enforcement: rules.egenandelEnforcement,
  tolerance: rules.egenandelTolerance,
});

/** The key between network and UH, in percent. */
export const splitKey = (rules: RuleSet): SplitKey => ({ network: rules.splitNetwork, uh: rules.splitUh });

/** What the form asks of a need under its rules. */
export type Demands = Pick<RuleSet, 'maxYears' | 'unitKinds' | 'collectiveOnly'>;

/** Whether an owner of this kind normally reports in the programme: if not, it is told, and may. */
export const isUsualApplicant = (kind: string, rules: Pick<RuleSet, 'applicantKinds'>): boolean =>
  rules.applicantKinds.some((one) => one === kind);

/** A rule set with how many rounds keep it, and whether a newer one supersedes it. */
export interface HeldRules extends RuleSet {
  rounds: number;
  superseded: boolean;
}
/** All that is written of a rule set. */
export type RuleValues = Omit<RuleSet, 'id' | 'countyId' | 'programme' | 'validTo' | 'isExample'>;
export interface SavedRules {
  programme: Programme;
  values: RuleValues;
  /** The rule set that is written over, which no round uses; or the one that ends as this begins. */
  over: string | null;
  supersedes: string | null;
  /** What is another than before, by its name. */
  changed: string[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Saves a rule set. One that a round uses stays as it is: a new one supersedes it from a later day. Refuses a key
 * that is not 100 % and two at a time.
 */
export function decideRules(
  before: { ruleSets: readonly HeldRules[] },
  { id, programme, values }: { id: string | null; programme: Programme; values: RuleValues },
): Decision<SavedRules> {
  if (values.splitNetwork + values.splitUh !== 100)
    return invalid({ splitNetwork: 'key-not-100', splitUh: 'key-not-100' });
  const old = before.ruleSets.find((one) => one.id === id) ?? null;
  if ((id !== null && old === null) || (old !== null && old.programme !== programme)) return conflict;
  if (old?.superseded === true) return refused({ code: 'rules-superseded', name: old.name });
  const used = old !== null && old.rounds > 0;
  if (used && values.validFrom <= old.validFrom) return invalid({ validFrom: 'not-later' });
  // The one it supersedes ends as it begins; the one it writes over is no longer there.
  const others = before.ruleSets.filter((one) => one.programme === programme && one.id !== old?.id);
  const end = used ? null : (old?.validTo ?? null);
  const twice = others.find(
    (one) => (end === null || one.validFrom < end) && (one.validTo === null || values.validFrom < one.validTo),
  );
  if (twice !== undefined) return refused({ code: 'rules-overlap', name: twice.name, from: twice.validFrom });
  if (end !== null && values.validFrom >= end) return invalid({ validFrom: 'out-of-range' });
  const changed = (Object.keys(values) as (keyof RuleValues)[]).filter(
    (key) => old === null || !same(old[key], values[key]),
  );
  return done({
    programme,
    values,
    over: old !== null && !used ? old.id : null,
    supersedes: used ? old.id : null,
    changed,
  });
}

/** A theme of a county, from its first day until, not including, `to`. */
export interface Theme {
  id: string;
  name: string;
  from: Day;
  to: Day | null;
}

/** A theme the county does not have, whatever the letters' size. */
export function decideTheme(
  before: { themes: readonly Theme[] },
  input: { name: string; from: Day },
): Decision<{ name: string; from: Day }> {
  const there = before.themes.find(({ name }) => name.toLowerCase() === input.name.toLowerCase());
  return there === undefined ? done(input) : refused({ code: 'theme-exists', name: there.name });
}

/** Ends a theme; needs that name it keep it. */
export function decideThemeEnd(
  before: { themes: readonly Theme[] },
  { id, on }: { id: string; on: Day },
): Decision<{ theme: Theme; to: Day }> {
  const theme = before.themes.find((one) => one.id === id);
  if (theme === undefined) return invalid({ on: 'malformed' });
  if (on <= theme.from) return invalid({ on: 'end-before-start' });
  return theme.to !== null && theme.to <= on ? invalid({ on: 'out-of-range' }) : done({ theme, to: on });
}

/** Whether a theme holds on a day. */
export const themeHolds = ({ from, to }: Theme, day: Day): boolean => from <= day && (to === null || to > day);
