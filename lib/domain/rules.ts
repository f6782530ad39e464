import type { EgenandelBase, EgenandelRule, Enforcement } from './egenandel';
import type { SplitKey, SplitLevel } from './fordeling';
import type { Programme } from './states';

/** The scheme's numbers for a county and programme over a period, each with its source. A round keeps the one it was opened under. */
export interface RuleSet {
  id: string; countyId: string; programme: Programme; name: string; validFrom: Date; validTo: Date | null; legalBasis: string; isExample: boolean;
  egenandelPercent: number; egenandelBase: EgenandelBase; egenandelEnforcement: Enforcement; egenandelTolerance: number; egenandelSource: string;
  splitNetwork: number; splitUh: number; splitLevel: SplitLevel; splitEnforcement: Enforcement; splitSource: string;
  maxYears: number; maxYearsSource: string;
}

/** The egenandel rule of a rule set, as the assessment takes it. */
export const egenandelRule = (rules: RuleSet): Required<EgenandelRule> => ({
  percent: rules.egenandelPercent, base: rules.egenandelBase, enforcement: rules.egenandelEnforcement, tolerance: rules.egenandelTolerance,
});

/** The key between network and UH, in percent. */
export const splitKey = (rules: RuleSet): SplitKey => ({ network: rules.splitNetwork, uh: rules.splitUh });
