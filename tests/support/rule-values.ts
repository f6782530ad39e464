import type { HeldRules, RuleValues } from '#lib/domain/setup/rules';
import { day } from './day';

/** What the form of a rule set gives: 30 % of the total grant and 40/60 per region, both required. */
export const RULE_VALUES: RuleValues = {
  name: 'Regler',
  validFrom: day('2026-01-01'),
  legalBasis: 'Hjemmel',
  egenandelPercent: 30,
  egenandelBase: 'total-grant',
  egenandelEnforcement: 'require',
  egenandelTolerance: 0,
  egenandelSource: 'Kilde',
  splitNetwork: 40,
  splitUh: 60,
  splitLevel: 'region',
  splitEnforcement: 'require',
  splitSource: 'Kilde',
  maxYears: 3,
  maxYearsSource: 'Kilde',
  applicantKinds: ['kommune'],
  targetGroups: ['laerere'],
  unitKinds: ['skole'],
  collectiveOnly: true,
  demandsSource: 'Kilde',
};

/** A rule set that is kept, and that one round uses. */
export const heldRules = (change: Partial<HeldRules> = {}): HeldRules => ({
  ...RULE_VALUES,
  id: 'old',
  countyId: 'c',
  programme: 'DEKOMP',
  validTo: null,
  isExample: false,
  rounds: 1,
  superseded: false,
  ...change,
});
