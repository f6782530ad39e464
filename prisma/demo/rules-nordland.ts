import type { Calendar } from './calendar';
import { NORDLAND } from './places';
import { UP_TO_THREE_YEARS, FORSKRIFT, type RuleRow } from './rules';

export const NORDLAND_LOFT_RULES = 'regler-nordland-kompetanseloftet';

const NO_EGENANDEL = 'Ordningens sider nevner ingen egenandel.';
const KEY = {
  splitNetwork: 40,
  splitUh: 60,
  splitLevel: 'region',
  splitEnforcement: 'none',
  splitSource: 'Nøkkelen 40/60 i Strategi for Dekom i Nordland 2020–2023 gjelder bare Dekom.',
};
const NONE = {
  egenandelPercent: 0,
  egenandelBase: 'total-grant',
  egenandelEnforcement: 'none',
  egenandelSource: NO_EGENANDEL,
  ...KEY,
};

/** The other programmes of Nordland, carried on as examples: each with its own demands. */
export const nordlandRules = ({ day }: Calendar): RuleRow[] => [
  {
    id: NORDLAND_LOFT_RULES,
    countyId: NORDLAND,
    programme: 'KOMPETANSELOFTET',
    name: 'Kompetanseløftet i Nordland, videreført',
    validFrom: day('2021-01-01'),
    isExample: true,
    ...NONE,
    ...UP_TO_THREE_YEARS,
    legalBasis: FORSKRIFT,
    applicantKinds: ['kommune', 'fylkeskommune'],
    targetGroups: ['laerere', 'ledere', 'andre-ansatte', 'ppt', 'andre-tjenester'],
    unitKinds: ['barnehage', 'skole', 'ppt'],
    demandsSource:
      'Statsforvalterens side om Kompetanseløftet: kommunen melder behov for barnehage, skole og PPT sammen, og private eiere skal være med på like vilkår.',
  },
  {
    id: 'regler-nordland-rekomp',
    countyId: NORDLAND,
    programme: 'REKOMP',
    name: 'Rekomp i Nordland, videreført',
    validFrom: day('2021-01-01'),
    isExample: true,
    ...NONE,
    ...UP_TO_THREE_YEARS,
    legalBasis: FORSKRIFT,
    applicantKinds: ['kommune', 'barnehageeier'],
    targetGroups: ['laerere', 'ledere', 'andre-ansatte'],
    unitKinds: ['barnehage'],
    demandsSource:
      'Statsforvalterens side om regional ordning for barnehage: barnehageeiere melder behov, og pengene går ikke til videreutdanning for enkeltpersoner.',
  },
  {
    id: 'regler-nordland-kollektiv',
    countyId: NORDLAND,
    programme: 'KOLLEKTIV_2026',
    name: 'Kollektiv kompetanseutvikling i Nordland',
    validFrom: day('2026-01-01'),
    isExample: true,
    ...NONE,
    ...UP_TO_THREE_YEARS,
    egenandelPercent: 30,
    egenandelEnforcement: 'warn',
    egenandelSource:
      'Portalens standard: om egenandelen videreføres i forskriften fra 2026, er ikke avklart. Den vises bare til sammenligning.',
    legalBasis: 'Tilskuddsordning for kollektiv kompetanseutvikling, fra 1. januar 2026',
    applicantKinds: ['kommune', 'fylkeskommune', 'friskole', 'state-school', 'barnehageeier'],
    targetGroups: ['laerere', 'ledere', 'andre-ansatte', 'sfo', 'kulturskole', 'ppt', 'andre-tjenester'],
    unitKinds: ['barnehage', 'skole', 'sfo', 'kulturskole', 'ppt'],
    demandsSource:
      'Statsforvalteren i Rogaland om den nye ordningen (desember 2025): målgruppen omfatter også SFO, PP-tjenesten og kulturskolen, og en fagskole kan være partner.',
  },
];
