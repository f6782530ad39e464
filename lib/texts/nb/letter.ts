import type { TildelingOutcome } from '#lib/domain/states';

interface Appeal {
  readonly weeks: number;
  readonly right: string;
  readonly deadline: string;
  readonly access: string;
}

const heading: Record<TildelingOutcome, (title: string) => string> = {
  granted: (title) => `Tilskudd til «${title}» er innvilget`,
  partly: (title) => `Tilskudd til «${title}» er delvis innvilget`,
  refused: (title) => `Tilskudd til «${title}» er avslått`,
};

/** The letter of a tildeling: the main thing first, then conditions, reporting and the right to appeal. */
export const letter = {
  preview: 'Slik blir brevet. Det er ikke vedtatt ennå.',
  sender: 'Avsender',
  receiver: 'Mottaker',
  reference: 'Referanse',
  date: 'Dato',
  notDecided: 'ikke vedtatt',
  orgnr: (orgnr: string) => `org.nr. ${orgnr}`,
  needReference: (number: number) => `Behovsmelding ${number}`,
  heading,
  first: (from: string, amount: string, title: string, owner: string, year: number) =>
    `${from} gir ${amount} i tilskudd til tiltaket «${title}» fra ${owner} i runden for ${year}.`,
  firstRefused: (from: string, owner: string, title: string, asked: string | null) =>
    asked === null
      ? `${from} gir ikke tilskudd til «${title}» fra ${owner}.`
      : `${from} gir ikke tilskudd til «${title}» fra ${owner}. Dere søkte om ${asked}.`,
  tableCaption: 'Slik er tilskuddet fordelt',
  columns: { receiver: 'Mottaker', side: 'Del', year: 'Budsjettår', amount: 'Beløp' },
  partly: (asked: string, cut: string) => `Dere søkte om ${asked}. Tilskuddet er ${cut} lavere.`,
  laterYears: (year: number) =>
    `Beløp for årene etter ${year} gis med forbehold om at Stortinget bevilger penger til ordningen i statsbudsjettet for hvert år.`,
  reasonHeading: 'Hvorfor vi har bestemt dette',
  asRecommended: 'Tilskuddet følger innstillingen fra samarbeidsforumet.',
  legalBasis: (basis: string) => `Vedtaket bygger på ${basis.replace(/\.$/, '')}.`,
  conditionsHeading: 'Vilkår',
  conditions: [
    'Bruk pengene til tiltaket slik det er beskrevet i behovsmeldingen. Spør oss før dere gjør større endringer.',
    'Hele personalet på enhetene skal med. Tilskuddet kan ikke brukes til videreutdanning for enkeltpersoner.',
    'Penger som ikke er brukt ved årets slutt, må dere søke om å overføre, eller betale tilbake.',
  ] as readonly string[],
  egenandel: {
    heading: 'Egenandel',
    required: (amount: string, percent: number) =>
      `Egenandelen skal være minst ${amount} (${percent}\u00a0%). Den kan helt eller delvis være lønn og frikjøp.`,
    planned: (amount: string) => `Dere har planlagt ${amount}.`,
    dispensed: 'Dere har fått dispensasjon fra kravet til egenandel.',
    source: (source: string) => `Kilde: ${source}`,
  },
  reportingHeading: 'Rapport',
  reporting: (year: number, due: string) => `Rapporter for ${year} innen ${due} kl. 23.59.`,
  reportingHalves: 'Skoleeier og hver UH-partner sender hver sin del i portalen.',
  appealHeading: 'Du kan klage på vedtaket',
  appeal: (law: Appeal, to: string): readonly string[] => [
    `Du kan klage på vedtaket, se forvaltningsloven ${law.right}. Fristen er ${law.weeks === 3 ? 'tre' : law.weeks} uker fra du fikk brevet, se ${law.deadline}. Send klagen til ${to}, og skriv hva du vil ha endret og hvorfor.`,
    `Du har rett til å se dokumentene i saken, se forvaltningsloven ${law.access}. Kontakt oss hvis du vil det, eller trenger hjelp til å klage.`,
  ],
  greeting: 'Med hilsen',
  approver: 'har godkjent vedtaket',
  caseworker: 'saksbehandler',
  electronic: 'Brevet er godkjent elektronisk og har derfor ingen underskrift.',
};
