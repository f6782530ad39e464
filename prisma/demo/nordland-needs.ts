import type { ChangeDirection, EgenandelKind, BehovsmeldingState, TargetGroup, UnitKind } from '#lib/domain/states';
import type { ThemeName } from './nordland-themes';

/** One need of the demo. `asked` is network and UH per budget year; an egenandel line is kroner, or hours and rate. */
export interface DemoBehovsmelding {
  key: string;
  owner: string;
  region: string;
  uh: string;
  title: string;
  theme: ThemeName;
  state: BehovsmeldingState;
  units: number;
  contact: string;
  asked: readonly (readonly [network: number | null, uh: number | null])[];
  egenandel: readonly {
    kind: EgenandelKind;
    note: string;
    year: number;
    amount: number | readonly [hours: number, rate: number] | null;
  }[];
  by?: 'coordinator';
  confirmed?: true;
  parties?: readonly string[];
  returned?: string;
  dispensation?: string;
  uhContact?: string;
  /** The granted need it goes on from and asks to change, more or less, and why. */
  changes?: { key: string; direction: ChangeDirection; reason: string };
  privateUnits?: number;
  unitKinds?: UnitKind[];
  targetGroups?: TargetGroup[];
  participants?: string;
}

const NORD = 'Nord universitet';
const UIT = 'UiT Norges arktiske universitet';
const SALTEN = 'RKK Salten';

/** Wages and time off in the first year, for an owner that covers `amount` kroner that way. */
const wages = (amount: number, note = 'Lønn til ressurslærere og koordinator'): DemoBehovsmelding['egenandel'] => [
  { kind: 'lonn', note, year: 0, amount },
];

/** The round approved two years ago: five granted, one declined. */
export const GRANTED: readonly DemoBehovsmelding[] = [
  {
    key: 'vurdering',
    owner: 'Fauske',
    region: SALTEN,
    uh: NORD,
    title: 'Vurdering for læring',
    theme: 'assessment',
    state: 'granted',
    units: 6,
    contact: 'Kari Berg',
    asked: [
      [100_000, 150_000],
      [80_000, 120_000],
      [40_000, 60_000],
    ],
    egenandel: wages(170_000),
    confirmed: true,
  },
  {
    key: 'begynner',
    owner: 'Gildeskål',
    region: SALTEN,
    uh: NORD,
    title: 'Begynneropplæring med lek og lesing',
    theme: 'reading',
    state: 'granted',
    units: 3,
    contact: 'Silje Amundsen',
    asked: [
      [80_000, 120_000],
      [40_000, 60_000],
    ],
    egenandel: wages(95_000),
    by: 'coordinator',
    confirmed: true,
  },
  {
    key: 'klasser',
    owner: 'Andøy',
    region: 'RKK Vesterålen',
    uh: UIT,
    title: 'Trygge og gode klasser',
    theme: 'environment',
    state: 'granted',
    units: 5,
    contact: 'Geir Olsen',
    asked: [
      [120_000, 180_000],
      [80_000, 120_000],
    ],
    egenandel: wages(160_000),
    confirmed: true,
  },
  {
    key: 'fellesskap',
    owner: 'Brønnøy',
    region: 'Brønnøysundregionen',
    uh: NORD,
    title: 'Profesjonsfellesskap på Sør-Helgeland',
    theme: 'community',
    state: 'granted',
    units: 9,
    contact: 'Tone Strøm',
    asked: [
      [200_000, 300_000],
      [160_000, 240_000],
    ],
    egenandel: wages(270_000),
    confirmed: true,
  },
  {
    key: 'videregaende',
    owner: 'Nordland fylkeskommune',
    region: 'Videregående opplæring',
    uh: NORD,
    title: 'Dybdelæring i yrkesfag og fellesfag',
    theme: 'practical',
    state: 'granted',
    units: 16,
    contact: 'Morten Aas',
    asked: [
      [240_000, 360_000],
      [160_000, 240_000],
    ],
    egenandel: wages(320_000),
    confirmed: true,
  },
  {
    key: 'kurs',
    owner: 'Herøy',
    region: 'RKK Ytre Helgeland',
    uh: NORD,
    title: 'Kurs i digitale verktøy for nyansatte',
    theme: 'community',
    state: 'declined',
    units: 1,
    contact: 'Rita Moen',
    asked: [[100_000, 150_000]],
    egenandel: wages(75_000),
  },
];

/** Last year's round: recommended, and being divided. */
export const RECOMMENDED: readonly DemoBehovsmelding[] = [
  {
    key: 'matematikk',
    owner: 'Fauske',
    region: SALTEN,
    uh: NORD,
    title: 'Matematikk som språk',
    theme: 'reading',
    state: 'recommended',
    units: 6,
    contact: 'Kari Berg',
    asked: [
      [200_000, 300_000],
      [140_000, 210_000],
    ],
    egenandel: wages(260_000),
    confirmed: true,
  },
  {
    key: 'livsmestring',
    owner: 'Meløy',
    region: SALTEN,
    uh: NORD,
    title: 'Livsmestring i skolehverdagen',
    theme: 'environment',
    state: 'recommended',
    units: 7,
    contact: 'Bjørn Dahl',
    asked: [
      [120_000, 180_000],
      [80_000, 120_000],
    ],
    egenandel: wages(150_000),
    confirmed: true,
  },
  {
    key: 'inkludering',
    owner: 'Hadsel',
    region: 'RKK Vesterålen',
    uh: UIT,
    title: 'Inkluderende praksis i alle klasser',
    theme: 'environment',
    state: 'recommended',
    units: 6,
    contact: 'Lill Karlsen',
    asked: [[300_000, 340_000]],
    egenandel: wages(200_000),
    confirmed: true,
  },
  {
    key: 'skriving',
    owner: 'Øksnes',
    region: 'RKK Vesterålen',
    uh: UIT,
    title: 'Lesing og skriving i alle fag',
    theme: 'reading',
    state: 'recommended',
    units: 4,
    contact: 'Jorunn Nilsen',
    asked: [
      [100_000, 150_000],
      [60_000, 90_000],
    ],
    egenandel: wages(120_000),
    confirmed: true,
  },
  {
    key: 'skolemiljo',
    owner: 'Vestvågøy',
    region: 'RKK Lofoten',
    uh: NORD,
    title: 'Skolemiljø i Lofoten',
    theme: 'environment',
    state: 'recommended',
    units: 10,
    contact: 'Stein Jensen',
    asked: [
      [160_000, 240_000],
      [120_000, 180_000],
    ],
    egenandel: wages(210_000),
    confirmed: true,
  },
  {
    key: 'vurderingspraksis',
    owner: 'Narvik',
    region: 'Ofoten',
    uh: UIT,
    title: 'En vurderingspraksis elevene forstår',
    theme: 'assessment',
    state: 'recommended',
    units: 11,
    contact: 'Aud Pettersen',
    asked: [[200_000, 300_000]],
    egenandel: wages(150_000),
    confirmed: true,
  },
  {
    key: 'praktisk',
    owner: 'Alstahaug',
    region: 'RKK Ytre Helgeland',
    uh: NORD,
    title: 'Praktiske og varierte læringsformer',
    theme: 'practical',
    state: 'recommended',
    units: 5,
    contact: 'Frode Hansen',
    asked: [[150_000, 225_000]],
    egenandel: wages(115_000),
    confirmed: true,
  },
  {
    key: 'samlinger',
    owner: 'Træna',
    region: 'RKK Ytre Helgeland',
    uh: NORD,
    title: 'Samlinger for øyskolene',
    theme: 'community',
    state: 'withdrawn',
    units: 1,
    contact: 'Maja Lund',
    asked: [[40_000, 60_000]],
    egenandel: wages(30_000),
  },
];

/** The open round: drafts, sent, returned and withdrawn. */
export const OPEN: readonly DemoBehovsmelding[] = [
  {
    key: 'tidlig',
    owner: 'Fauske',
    region: SALTEN,
    uh: NORD,
    title: 'Tidlig innsats i begynneropplæringen',
    theme: 'reading',
    state: 'draft',
    units: 6,
    contact: 'Kari Berg',
    asked: [
      [120_000, 180_000],
      [80_000, 120_000],
    ],
    uhContact: '',
    egenandel: [
      { kind: 'lonn', note: 'Lønn koordinator', year: 0, amount: 80_000 },
      { kind: 'lonn', note: 'Lønn koordinator', year: 1, amount: 20_000 },
      { kind: 'frikjop', note: 'Frikjøp av ressurslærere', year: 0, amount: [60, 583] },
    ],
  },
  {
    key: 'vurdering-mer',
    owner: 'Fauske',
    region: SALTEN,
    uh: NORD,
    title: 'Vurdering for læring, siste år',
    theme: 'assessment',
    state: 'draft',
    units: 6,
    contact: 'Kari Berg',
    asked: [[20_000, 30_000]],
    egenandel: wages(15_000),
    uhContact: '',
    changes: {
      key: 'vurdering',
      direction: 'more',
      reason: 'To skoler er kommet med etter at tiltaket begynte, og trenger egne samlinger.',
    },
  },
  {
    key: 'lesing',
    owner: 'Fauske',
    region: SALTEN,
    uh: NORD,
    title: 'Lesing i alle fag',
    theme: 'reading',
    state: 'submitted',
    units: 6,
    contact: 'Kari Berg',
    asked: [
      [140_000, 210_000],
      [100_000, 150_000],
    ],
    egenandel: [...wages(120_000), { kind: 'vikar', note: 'Vikar ved samlingene', year: 1, amount: 60_000 }],
  },
  {
    key: 'fadelt',
    owner: 'Beiarn',
    region: SALTEN,
    uh: NORD,
    title: 'Vurdering for læring i fådelte skoler',
    theme: 'assessment',
    state: 'returned',
    units: 2,
    contact: 'Grete Moldjord',
    asked: [[60_000, 90_000]],
    egenandel: wages(45_000),
    by: 'coordinator',
    returned: 'Skriv hvordan de tillitsvalgte har vært med, og hva universitetet skal gjøre mellom samlingene.',
  },
  {
    key: 'saltdal',
    owner: 'Saltdal',
    region: SALTEN,
    uh: NORD,
    title: 'Profesjonsfellesskap i Saltdal',
    theme: 'community',
    state: 'draft',
    units: 3,
    contact: 'Ivar Storjord',
    asked: [[80_000, 120_000]],
    egenandel: wages(20_000),
    by: 'coordinator',
    dispensation:
      'Kommunen er inne i en omstilling og kan bare sette av 20 000 kr i år. Neste år er egenandelen lagt inn i økonomiplanen.',
  },
  {
    key: 'ledere',
    owner: 'Sørfold',
    region: SALTEN,
    uh: NORD,
    title: 'Felles nettverk for skoleledere i indre Salten',
    theme: 'community',
    state: 'submitted',
    units: 4,
    contact: 'Lisbeth Røsvik',
    asked: [
      [100_000, 150_000],
      [100_000, 150_000],
    ],
    egenandel: wages(150_000),
    by: 'coordinator',
    parties: ['Steigen', 'Hamarøy'],
    confirmed: true,
  },
  {
    key: 'sortland',
    owner: 'Sortland',
    region: 'RKK Vesterålen',
    uh: UIT,
    title: 'Inkluderende læringsmiljø',
    theme: 'environment',
    state: 'submitted',
    units: 6,
    contact: 'Hanne Ellingsen',
    asked: [
      [180_000, 270_000],
      [120_000, 180_000],
    ],
    egenandel: wages(230_000),
  },
  {
    key: 'realfag',
    owner: 'Vågan',
    region: 'RKK Lofoten',
    uh: NORD,
    title: 'Utforskende realfag i Lofoten',
    theme: 'practical',
    state: 'submitted',
    units: 7,
    contact: 'Tor Mikalsen',
    asked: [[120_000, 180_000]],
    egenandel: wages(90_000),
    confirmed: true,
  },
  {
    key: 'overganger',
    owner: 'Nordland fylkeskommune',
    region: 'Videregående opplæring',
    uh: NORD,
    title: 'Gode overganger til videregående',
    theme: 'environment',
    state: 'submitted',
    units: 16,
    contact: 'Morten Aas',
    asked: [
      [200_000, 300_000],
      [200_000, 300_000],
    ],
    egenandel: wages(300_000),
  },
  {
    key: 'sprak',
    owner: 'Bodø',
    region: 'Bodø',
    uh: NORD,
    title: 'Flerspråklige elever i ordinære klasser',
    theme: 'community',
    state: 'withdrawn',
    units: 12,
    contact: 'Nina Andersen',
    asked: [[200_000, 300_000]],
    egenandel: wages(150_000),
  },
  {
    key: 'klasseledelse',
    owner: 'Fauske',
    region: SALTEN,
    uh: NORD,
    title: 'Klasseledelse i et inkluderende fellesskap',
    theme: 'environment',
    state: 'submitted',
    units: 6,
    contact: 'Kari Berg',
    asked: [[80_000, 120_000]],
    egenandel: wages(60_000),
    by: 'coordinator',
    confirmed: true,
  },
  {
    key: 'fadelte-nett',
    owner: 'Øksnes',
    region: 'RKK Vesterålen',
    uh: UIT,
    title: 'Lærende nettverk for små skoler',
    theme: 'community',
    state: 'submitted',
    units: 3,
    contact: 'Jorunn Nilsen',
    asked: [[90_000, 0]],
    egenandel: wages(30_000),
  },
  {
    key: 'tverrfaglig',
    owner: 'Rana',
    region: 'RKK Indre Helgeland',
    uh: NORD,
    title: 'Tverrfaglig arbeid på ungdomstrinnet',
    theme: 'practical',
    state: 'draft',
    units: 9,
    contact: 'Elin Bakken',
    asked: [[null, null]],
    egenandel: [],
  },
];
