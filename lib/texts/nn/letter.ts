import type { letter as nb } from '../nb/letter';

export const letter: typeof nb = {
  preview: 'Slik blir brevet. Det er ikkje vedteke enno.',
  sender: 'Avsendar',
  receiver: 'Mottakar',
  reference: 'Referanse',
  date: 'Dato',
  notDecided: 'ikkje vedteke',
  orgnr: (orgnr) => `org.nr. ${orgnr}`,
  needReference: (number) => `Behovsmelding ${number}`,
  heading: {
    granted: (title) => `Tilskot til «${title}» er innvilga`,
    partly: (title) => `Tilskot til «${title}» er delvis innvilga`,
    refused: (title) => `Tilskot til «${title}» er avslått`,
  },
  first: (from, amount, title, owner, year) =>
    `${from} gir ${amount} i tilskot til tiltaket «${title}» frå ${owner} i runden for ${year}.`,
  firstRefused: (from, owner, title, asked) =>
    asked === null
      ? `${from} gir ikkje tilskot til «${title}» frå ${owner}.`
      : `${from} gir ikkje tilskot til «${title}» frå ${owner}. De søkte om ${asked}.`,
  tableCaption: 'Slik er tilskotet fordelt',
  columns: { receiver: 'Mottakar', side: 'Del', year: 'Budsjettår', amount: 'Beløp' },
  partly: (asked, cut) => `De søkte om ${asked}. Tilskotet er ${cut} lågare.`,
  laterYears: (year) =>
    `Beløp for åra etter ${year} blir gitt med atterhald om at Stortinget løyver pengar til ordninga i statsbudsjettet for kvart år.`,
  reasonHeading: 'Kvifor vi har bestemt dette',
  asRecommended: 'Tilskotet følgjer innstillinga frå samarbeidsforumet.',
  legalBasis: (basis) => `Vedtaket byggjer på ${basis.replace(/\.$/, '')}.`,
  conditionsHeading: 'Vilkår',
  conditions: [
    'Bruk pengane til tiltaket slik det er skildra i behovsmeldinga. Spør oss før de gjer større endringar.',
    'Heile personalet på einingane skal vere med. Tilskotet kan ikkje brukast til vidareutdanning for enkeltpersonar.',
    'Pengar som ikkje er brukte når året er slutt, må de søkje om å overføre, eller betale tilbake.',
  ],
  egenandel: {
    heading: 'Eigendel',
    required: (amount, percent) =>
      `Eigendelen skal vere minst ${amount} (${percent}\u00a0%). Han kan heilt eller delvis vere lønn og frikjøp.`,
    planned: (amount) => `De har planlagt ${amount}.`,
    dispensed: 'De har fått dispensasjon frå kravet til eigendel.',
    source: (source) => `Kjelde: ${source}`,
  },
  reportingHeading: 'Rapport',
  reporting: (year, due) => `Rapporter for ${year} innan ${due} kl. 23.59.`,
  reportingHalves: 'Skuleeigar og kvar UH-partnar sender kvar sin del i portalen.',
  appealHeading: 'Du kan klage på vedtaket',
  appeal: (law, to) => [
    `Du kan klage på vedtaket, sjå forvaltningslova ${law.right}. Fristen er ${law.weeks === 3 ? 'tre' : law.weeks} veker frå du fekk brevet, sjå ${law.deadline}. Send klaga til ${to}, og skriv kva du vil ha endra og kvifor.`,
    `Du har rett til å sjå dokumenta i saka, sjå forvaltningslova ${law.access}. Kontakt oss om du vil det, eller treng hjelp til å klage.`,
  ],
  greeting: 'Med helsing',
  approver: 'har godkjent vedtaket',
  caseworker: 'saksbehandlar',
  electronic: 'Brevet er godkjent elektronisk og har difor inga underskrift.',
};
