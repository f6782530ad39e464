import type { Calendar } from './messages';
import { NORDLAND, TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';

export const NORDLAND_RULES = 'regler-nordland-dekomp';
export const TF_RULES = 'regler-troms-og-finnmark-dekomp-2021';

export const TF_OPEN_RULES = 'regler-troms-og-finnmark-dekomp';

export type RuleRow = DemoRows['ruleSet'][number];
const FORSKRIFT =
  'Forskrift om tilskuddsordning for lokal kompetanseutvikling i barnehage og grunnopplæring (FOR-2021-01-26-230)';

const UP_TO_THREE_YEARS = {
  maxYears: 3,
  maxYearsSource: 'Statsforvalterens veiledning om desentralisert ordning: behov kan meldes for inntil tre år.',
};

/** Nordland's strategy carried on, held to; Troms og Finnmark in 2021, where 40/60 was not theirs, only shown. */
export const ruleSets = ({ day }: Calendar): DemoRows['ruleSet'] => [
  {
    id: NORDLAND_RULES,
    countyId: NORDLAND,
    programme: 'DEKOMP',
    name: 'Dekom i Nordland 2020–2023, videreført',
    validFrom: day('2020-01-01'),
    isExample: true,
    egenandelPercent: 30,
    egenandelBase: 'total-grant',
    egenandelEnforcement: 'require',
    egenandelSource:
      'Portalens standard: Strategi for Dekom i Nordland 2020–2023 nevner ingen egenandel. 30 prosent av hele det statlige tilskuddet er satt av oss.',
    splitNetwork: 40,
    splitUh: 60,
    splitLevel: 'region',
    splitEnforcement: 'require',
    splitSource:
      'Strategi for Dekom i Nordland 2020–2023: 40 prosent til kompetansenettverkene og 60 prosent til UH, «med mindre det avtales økt andel til UH».',
    ...UP_TO_THREE_YEARS,
    legalBasis: FORSKRIFT,
    demandsSource:
      'Statsforvalterens side om desentralisert ordning: pengene går til kollektiv utvikling i skolen, ikke til videreutdanning for enkeltpersoner. Friskoler deltar på samme vilkår.',
  },
  {
    id: TF_RULES,
    countyId: TROMS_OG_FINNMARK,
    programme: 'DEKOMP',
    name: 'DEKOMP i Troms og Finnmark 2021',
    validFrom: day('2021-01-01'),
    validTo: day('2022-01-01'),
    egenandelPercent: 30,
    egenandelBase: 'total-grant',
    egenandelEnforcement: 'warn',
    egenandelSource:
      'Portalens standard: 30 prosent av hele det statlige tilskuddet. Kildene for 2021 følger ikke ett felles grunnlag, så portalen viser avviket og stopper ingen.',
    splitNetwork: 40,
    splitUh: 60,
    splitLevel: 'region',
    splitEnforcement: 'warn',
    splitSource:
      'Nøkkelen 40/60 er fra Nordland. Den gjaldt ikke i Troms og Finnmark, og vises bare til sammenligning.',
    ...UP_TO_THREE_YEARS,
    legalBasis: FORSKRIFT,
    collectiveOnly: false,
  },
  {
    id: TF_OPEN_RULES,
    countyId: TROMS_OG_FINNMARK,
    programme: 'DEKOMP',
    name: 'DEKOMP i Troms og Finnmark (eksempel)',
    validFrom: day('2022-01-01'),
    supersedesId: TF_RULES,
    isExample: true,
    egenandelPercent: 30,
    egenandelBase: 'total-grant',
    egenandelEnforcement: 'warn',
    egenandelSource: 'Portalens standard: 30 prosent av hele det statlige tilskuddet.',
    splitNetwork: 40,
    splitUh: 60,
    splitLevel: 'region',
    splitEnforcement: 'none',
    splitSource: 'Nøkkelen 40/60 er fra Nordland, og er ikke i bruk her.',
    ...UP_TO_THREE_YEARS,
    legalBasis: FORSKRIFT,
  },
];

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
