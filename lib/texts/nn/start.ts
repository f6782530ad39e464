import { formatKroner } from '#lib/domain/money/kroner';
import type { start as nb } from '../nb/start';

const needs = (count: number) => (count === 1 ? '1 behovsmelding' : `${count} behovsmeldingar`);
const untitled = (title: string) => (title === '' ? 'utan tittel' : `«${title}»`);

export const start: typeof nb = {
  title: 'Framsida',
  menu: {
    start: 'Framsida',
    needs: 'Behovsmeldingar',
    rounds: 'Rundar',
    innstillinger: 'Innstillingar',
    tildelinger: 'Tildelingar',
    reports: 'Rapportar',
    dispensations: 'Dispensasjonar',
    delegations: 'Fullmakter',
    people: 'Folk og roller',
    forum: 'Samarbeidsforum',
    regions: 'Regionar',
    organisations: 'Organisasjonar',
    notifications: 'Varsel',
    setup: 'Oppsett',
    log: 'Logg',
    register: 'Register',
  },
  greeting: (hour, name) =>
    `${hour < 5 ? 'God natt' : hour < 10 ? 'God morgon' : hour < 18 ? 'God dag' : 'God kveld'}, ${name}`,
  tasks: {
    'need-draft': {
      title: ({ title }) => `Behovsmeldinga ${untitled(title)} er ein kladd`,
      line: ({ kroner }) =>
        kroner === null
          ? 'Beløpa er ikkje ferdig fylte ut.'
          : kroner > 0
            ? `Eigendelen manglar ${formatKroner(kroner)}.`
            : 'Sjå over og send ho.',
      button: 'Hald fram',
    },
    'need-approve': {
      title: ({ title }) => `Behovsmeldinga ${untitled(title)} ventar på at du godkjenner`,
      line: ({ note }) => `${note} ber om godkjenning.`,
      button: 'Godkjenn og send',
    },
    'need-declined': {
      title: ({ title }) => `Behovsmeldinga ${untitled(title)} vart ikkje godkjend enno`,
      line: ({ note }) => note,
      button: 'Rett og be på nytt',
    },
    'need-write': {
      title: ({ title }) => `Du er beden om å skrive i behovsmeldinga ${untitled(title)}`,
      line: ({ note }) => `${note} sender ho når alle har skrive sitt.`,
      button: 'Skriv',
    },
    'need-comment': {
      title: ({ title }) => `Du er beden om å kommentere behovsmeldinga ${untitled(title)}`,
      line: ({ note }) => `${note} les det du meiner før dei sender.`,
      button: 'Les og kommenter',
    },
    'need-returned': {
      title: ({ title }) => `Behovsmeldinga ${untitled(title)} er returnert til deg`,
      line: ({ note }) => note,
      button: 'Rett og send',
    },
    'need-confirm': {
      title: ({ title }) => `Behovsmeldinga ${untitled(title)} nemner dykk som partnar`,
      line: () => 'Stadfest at de kjenner behovet.',
      button: 'Les og stadfest',
    },
    'need-uh-part': {
      title: ({ title }) => `Dykkar del av behovsmeldinga ${untitled(title)}`,
      line: () => 'Skriv kva de skal gjere, og kva det kostar.',
      button: 'Fyll ut',
    },
    'need-uh-declined': {
      title: ({ title, who = '' }) => `${who} sa nei til ${untitled(title)}`,
      line: ({ note }) => note,
      button: 'Sjå partnarane',
    },
    'need-owner-confirm': {
      title: ({ title, who = '' }) => `Behovsmeldinga ${untitled(title)} er send for ${who}`,
      line: ({ note }) =>
        note === '' ? 'Les gjennom ho, og stadfest at de står bak.' : `Du har bede om retting: «${note}»`,
      button: 'Les og stadfest',
    },
    'need-owner-objected': {
      title: ({ title, who = '' }) => `${who} ber om retting i ${untitled(title)}`,
      line: ({ note }) => note,
      button: 'Sjå behovsmeldinga',
    },
    'report-open': {
      title: ({ title, count }) => `Rapport ${count} for ${untitled(title)}`,
      line: () => 'Din del er ikkje send.',
      button: 'Skriv rapporten',
    },
    'report-returned': {
      title: ({ title, count }) => `Rapport ${count} for ${untitled(title)} er returnert til deg`,
      line: ({ note }) => note,
      button: 'Rett og send',
    },
    'dispensation-decide': {
      title: ({ title }) => `Søknad om dispensasjon: ${untitled(title)}`,
      line: ({ note }) => (note === 'split' ? 'Gjeld 40/60-fordelinga.' : 'Gjeld eigendelen.'),
      button: 'Behandle',
    },
    'round-close': {
      title: ({ title }) => `Fristen er ute i runden ${title}`,
      line: ({ count }) => `${needs(count)} er sende. Lukk runden, så kan forumet byrje.`,
      button: 'Opne runden',
    },
    'needs-check': {
      title: ({ title }) => `${title}: behov å gå gjennom`,
      line: ({ count }) => `${needs(count)} er sende og kan kontrollerast.`,
      button: 'Sjå behova',
    },
    'round-divide': {
      title: ({ title }) => `${title}: fordel pengane`,
      line: ({ count, kroner }) =>
        `${needs(count)} er innstilte.${kroner === null ? '' : ` Ramma er ${formatKroner(kroner)}.`}`,
      button: 'Til arbeidsbenken',
    },
    'proposals-returned': {
      title: ({ title }) => `${title}: forslag er returnerte`,
      line: ({ count }) =>
        count === 1
          ? 'Eitt forslag må endrast før det blir føreslått på nytt.'
          : `${count} forslag må endrast før dei blir føreslåtte på nytt.`,
      button: 'Til arbeidsbenken',
    },
    'round-approve': {
      title: ({ title }) => `${title}: tildelingar å godkjenne`,
      line: ({ count, kroner }) =>
        `${count === 1 ? 'Eitt forslag' : `${count} forslag`}, til saman ${formatKroner(kroner ?? 0)}.`,
      button: 'Sjå og godkjenn',
    },
    'reports-check': {
      title: ({ title }) => `${title}: rapportar å lese`,
      line: ({ count }) => (count === 1 ? 'Éin del av ein rapport er send.' : `${count} delar av rapportar er sende.`),
      button: 'Sjå rapportane',
    },
    'delegation-ending': {
      title: ({ who = '' }) => `Fullmakta til ${who} går snart ut`,
      line: () => 'Gi ei ny dersom regionkontoret skal melde behov eller rapportere for dykk etterpå.',
      button: 'Sjå fullmaktene',
    },
    'delegation-lapsing': {
      title: ({ who = '' }) => `Fullmakta frå ${who} går snart ut`,
      line: () => 'Etter den dagen ser du ikkje sakene deira. Be om ei ny dersom du skal arbeide vidare for dei.',
      button: 'Sjå fullmaktene',
    },
    'innstilling-make': {
      title: ({ title }) => `${title}: innstillinga skal skrivast`,
      line: ({ count }) => `Runden er lukka med ${needs(count)} til forumet.`,
      button: 'Skriv innstillinga',
    },
    'innstilling-next': {
      title: ({ title }) => `${title}: førebu innstillinga`,
      line: ({ count }) => `Så langt er det sendt inn ${needs(count)}. Innstillinga kan skrivast når runden er lukka.`,
      button: 'Sjå behovsmeldingane',
    },
    'innstilling-read': {
      title: ({ title }) => `${title}: papira til forumet`,
      line: ({ count }) => `${needs(count)} ligg i innstillinga.`,
      button: 'Les innstillinga',
    },
  },
  nothingWaits: 'Ingenting ventar på deg no. Når noko gjer det, står det her med fristen.',
  myNeeds: 'Behovsmeldingane dine',
  allNeeds: 'Sjå alle behovsmeldingane',
  mine: 'Tiltaka dine',
  noneMine: 'Her kjem tiltaka dine når dei er tildelte, med kva som er tildelt, brukt og ubrukt.',
  columns: { reference: 'Referanse', title: 'Tiltak', granted: 'Tildelt', spent: 'Brukt', unspent: 'Ubrukt' },
  notReported: 'ikkje rapportert',
  rounds: 'Rundar som er i gang',
  noRounds: 'Ingen rundar er i gang. Ein ny runde blir opna frå sida Rundar.',
  toLog: 'Sjå kva som har hendt, i loggen',
};
