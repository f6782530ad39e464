import type { Tables } from '#lib/db/tables';

type Column = keyof Tables['RuleSet'];

/** The columns of a rule set, as the domain has them. */
const COLUMNS = [
  'id',
  'countyId',
  'programme',
  'name',
  'validFrom',
  'validTo',
  'legalBasis',
  'isExample',
  'egenandelPercent',
  'egenandelBase',
  'egenandelEnforcement',
  'egenandelTolerance',
  'egenandelSource',
  'splitNetwork',
  'splitUh',
  'splitLevel',
  'splitEnforcement',
  'splitSource',
  'maxYears',
  'maxYearsSource',
  'applicantKinds',
  'targetGroups',
  'unitKinds',
  'collectiveOnly',
  'demandsSource',
] as const satisfies readonly Column[];

/** The columns of rule set `s`, to select by. */
export const RULES = COLUMNS.map((column) => `s.${column}` as const);
