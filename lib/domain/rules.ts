import type { EgenandelBase, EgenandelRule, Enforcement } from './egenandel';
import type { SplitKey, SplitLevel } from './fordeling';
import type { OwnerKind, Programme, TargetGroup, UnitKind } from './states';

/** The scheme's numbers for a county and programme over a period, each with its source. A round keeps the one it was opened under. */
export interface RuleSet {
  id: string;
  countyId: string;
  programme: Programme;
  name: string;
  validFrom: Date;
  validTo: Date | null;
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
export const egenandelRule = (rules: RuleSet): Required<EgenandelRule> => ({
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
