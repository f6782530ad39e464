import type { EvidenceKind, SectorGoal } from '#lib/domain/states';
import type { Calendar } from './messages';
import { NORDLAND } from './places';
import type { DemoRows } from './rows';

/** The words of a need, shared by those with the same theme. */
export interface DemoTheme {
  need: string;
  evidenceKinds: EvidenceKind[];
  evidence: string;
  goals: string;
  measureDescription: string;
  staffInvolvement: string;
  samiPerspective: string;
  coherence: string;
  sectorGoals: SectorGoal[];
}

const INVOLVED =
  'Behovet er drøftet med de tillitsvalgte ved hver skole og i nettverket av skoleledere. Verneombudene har fått planen til uttalelse.';

export const THEMES = {
  reading: {
    need: 'Mange elever leser godt på småtrinnet, men strever når tekstene i fagene blir lange og fulle av begreper. Lærerne ønsker felles arbeidsmåter, slik at leseopplæringen fortsetter i alle fag og på alle trinn.',
    evidenceKinds: ['nasjonale-prover', 'stastedsanalyse'],
    evidence:
      'Resultatene i lesing har ligget under fylket tre år på rad. Ståstedsanalysen viser at lærerne er usikre på hvordan de skal undervise i fagtekster.',
    goals:
      'Alle lærere bruker de samme lesestrategiene. Elevene kan forklare hva de gjør når de leser en vanskelig tekst. Færre elever er på laveste nivå etter to år.',
    measureDescription:
      'Hele personalet deltar i fire økter i året, med utprøving i egne klasser mellom øktene. UH observerer, veileder og deltar i vurderingen av arbeidet.',
    staffInvolvement: INVOLVED,
    samiPerspective:
      'Tekstutvalget har med samiske forfattere, og lærerne arbeider med lesing for elever med samisk som første- og andrespråk.',
    coherence: 'Bygger på skoleeiers plan for språk og lesing.',
    sectorGoals: ['tidlig-hjelp', 'alle-lykkes'],
  },
  environment: {
    need: 'Flere elever oppgir at de ikke er trygge i friminuttene. Skolene arbeider ulikt med læringsmiljøet, og ansatte griper inn på ulike måter. Vi trenger en felles praksis der hele laget rundt elevene deltar.',
    evidenceKinds: ['elevundersokelsen', 'ungdata'],
    evidence:
      'Elevundersøkelsen viser en økning i andelen som opplever krenkelser. Ungdata viser det samme på ungdomstrinnet.',
    goals:
      'Elevene melder om tryggere friminutt og timer. Ansatte kjenner rutinene og følger dem. Foreldrene vet hvem de skal snakke med.',
    measureDescription:
      'Skolene går sammen i lærende nettverk. Hver skole velger ett område, prøver ut tiltak og legger fram erfaringene for de andre. UH leder to samlinger i året og veileder ressursgruppene.',
    staffInvolvement: INVOLVED,
    samiPerspective: 'Samiske elever og foresatte er med når skolen kartlegger hva som gir tilhørighet.',
    coherence: 'Sees i sammenheng med kommunens arbeid etter kapittel 12 i opplæringsloven.',
    sectorGoals: ['laeringsmiljo'],
  },
  assessment: {
    need: 'Elever og foresatte forstår ikke alltid hva som vurderes, og lærerne legger ulik vekt på egenvurdering og underveisvurdering. Skolene er små, og mange er alene om faget sitt.',
    evidenceKinds: ['stastedsanalyse', 'ekstern-skolevurdering'],
    evidence: 'Ekstern skolevurdering peker på at elevene i liten grad får delta i vurderingen av eget arbeid.',
    goals:
      'Elevene kan si hva de skal lære og hvordan de ligger an. Lærere i samme fag bruker felles kjennetegn på måloppnåelse.',
    measureDescription:
      'Faggrupper på tvers av skolene planlegger og vurderer elevarbeid sammen, halvparten av gangene over nett. UH bidrar med innspill og oppgaver mellom møtene.',
    staffInvolvement: INVOLVED,
    samiPerspective: 'Samisk innhold i læreplanene er med i eksemplene som faggruppene lager.',
    coherence: 'Fortsetter arbeidet med innføring av læreplanverket.',
    sectorGoals: ['kompetanse', 'alle-lykkes'],
  },
  community: {
    need: 'Skolene ønsker å lære mer av hverandre. I dag brukes fellestiden mest på informasjon. Ledere og lærere trenger arbeidsmåter som gjør fellestiden til tid for utvikling.',
    evidenceKinds: ['laererundersokelsen', 'stastedsanalyse'],
    evidence: 'Lærerundersøkelsen viser at færre enn halvparten får tilbakemelding på egen undervisning fra kollegaer.',
    goals:
      'Fellestiden brukes til utvikling av undervisningen. Lærere observerer hverandre minst to ganger i året. Lederne leder prosessene.',
    measureDescription:
      'Lederne deltar i et eget løp, og hver skole har en ressursgruppe. UH følger skolene over to år med samlinger, veiledning og felles analyse.',
    staffInvolvement: INVOLVED,
    samiPerspective: 'Kompetansen til samiskspråklige lærere brukes som ressurs for hele nettverket.',
    coherence: 'Støtter de andre tiltakene i regionen.',
    sectorGoals: ['kompetanse'],
  },
  practical: {
    need: 'Elevene etterspør mer praktisk og variert opplæring, og fraværet øker på ungdomstrinnet. Lærerne mangler eksempler på utforskende arbeid som også gir faglig dybde.',
    evidenceKinds: ['elevundersokelsen', 'annet'],
    evidence:
      'Elevundersøkelsen viser synkende motivasjon fra sjuende til tiende trinn. Fraværet har økt tre år på rad.',
    goals:
      'Hvert trinn gjennomfører to tverrfaglige, praktiske opplegg i året. Elevene opplever større mening i skoledagen.',
    measureDescription:
      'Trinnlag utvikler opplegg sammen med UH, prøver dem ut og deler dem i en felles bank. Lokalt næringsliv, museum og natur brukes som læringsarena.',
    staffInvolvement: INVOLVED,
    samiPerspective: 'Duodji og tradisjonell bruk av utmark er tema i flere av oppleggene.',
    coherence: 'Henger sammen med kommunens satsing på et mer praktisk ungdomstrinn.',
    sectorGoals: ['laeringsmiljo', 'alle-lykkes'],
  },
} satisfies Record<string, DemoTheme>;

export type ThemeName = keyof typeof THEMES;

/** The four areas and the three aims of Strategi for Dekom i Nordland 2020–2023, carried on. */
const COUNTY_THEMES = {
  inkludering: 'Inkludering, identitet og kulturelt mangfold',
  'tidlig-innsats': 'Tidlig innsats',
  innovasjon: 'Innovasjon og entreprenørskap',
  arbeidsmater: 'Aktive og kreative læringsformer og metodisk handlingsrom',
  fagfornyelsen: 'Implementere Fagfornyelsen',
  fellesskap: 'Etablere og videreutvikle profesjonelle læringsfellesskap',
  laringsmiljo: 'Læringsmiljø som legger til rette for skaperglede, engasjement og utforskertrang',
} as const;

const id = (key: keyof typeof COUNTY_THEMES): string => `tema-nordland-${key}`;

export const countyThemes = ({ day }: Calendar): DemoRows['theme'] =>
  Object.entries(COUNTY_THEMES).map(([key, name]) => ({
    id: `tema-nordland-${key}`,
    countyId: NORDLAND,
    name,
    from: day('2020-01-01'),
  }));

/** The county's themes that a need of the demo belongs to. */
export const CHOSEN: Readonly<Record<ThemeName, string[]>> = {
  reading: [id('tidlig-innsats'), id('laringsmiljo')],
  environment: [id('inkludering'), id('laringsmiljo')],
  assessment: [id('fagfornyelsen')],
  community: [id('fellesskap')],
  practical: [id('arbeidsmater'), id('innovasjon')],
};
