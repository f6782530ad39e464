import { formatKroner } from '#lib/domain/money/kroner';
import type { Task, TaskKind } from '#lib/domain/start';

const needs = (count: number) => (count === 1 ? '1 behovsmelding' : `${count} behovsmeldinger`);
const untitled = (title: string) => (title === '' ? 'uten tittel' : `«${title}»`);

/** Each thing that waits: what it is, what remains, and the button that leads on. */
const tasks: Record<TaskKind, { title: (task: Task) => string; line: (task: Task) => string; button: string }> = {
  'need-draft': {
    title: ({ title }) => `Behovsmeldingen ${untitled(title)} er en kladd`,
    line: ({ kroner }) =>
      kroner === null
        ? 'Beløpene er ikke ferdig fylt ut.'
        : kroner > 0
          ? `Egenandelen mangler ${formatKroner(kroner)}.`
          : 'Se over og send den.',
    button: 'Fortsett',
  },
  'need-approve': {
    title: ({ title }) => `Behovsmeldingen ${untitled(title)} venter på at du godkjenner`,
    line: ({ note }) => `${note} ber om godkjenning.`,
    button: 'Godkjenn og send',
  },
  'need-declined': {
    title: ({ title }) => `Behovsmeldingen ${untitled(title)} ble ikke godkjent ennå`,
    line: ({ note }) => note,
    button: 'Rett og be på nytt',
  },
  'need-write': {
    title: ({ title }) => `Du er bedt om å skrive i behovsmeldingen ${untitled(title)}`,
    line: ({ note }) => `${note} sender den når alle har skrevet sitt.`,
    button: 'Skriv',
  },
  'need-comment': {
    title: ({ title }) => `Du er bedt om å kommentere behovsmeldingen ${untitled(title)}`,
    line: ({ note }) => `${note} leser det du mener før de sender.`,
    button: 'Les og kommenter',
  },
  'need-returned': {
    title: ({ title }) => `Behovsmeldingen ${untitled(title)} er returnert til deg`,
    line: ({ note }) => note,
    button: 'Rett og send',
  },
  'need-confirm': {
    title: ({ title }) => `Behovsmeldingen ${untitled(title)} nevner dere som partner`,
    line: () => 'Bekreft at dere kjenner behovet.',
    button: 'Les og bekreft',
  },
  'need-uh-part': {
    title: ({ title }) => `Deres del av behovsmeldingen ${untitled(title)}`,
    line: () => 'Skriv hva dere skal gjøre, og hva det koster.',
    button: 'Fyll ut',
  },
  'need-uh-declined': {
    title: ({ title, who = '' }) => `${who} sa nei til ${untitled(title)}`,
    line: ({ note }) => note,
    button: 'Se partnerne',
  },
  'need-owner-confirm': {
    title: ({ title, who = '' }) => `Behovsmeldingen ${untitled(title)} er sendt for ${who}`,
    line: ({ note }) =>
      note === '' ? 'Les gjennom den, og bekreft at dere står bak.' : `Du har bedt om retting: «${note}»`,
    button: 'Les og bekreft',
  },
  'need-owner-objected': {
    title: ({ title, who = '' }) => `${who} ber om retting i ${untitled(title)}`,
    line: ({ note }) => note,
    button: 'Se behovsmeldingen',
  },
  'report-open': {
    title: ({ title, count }) => `Rapport ${count} for ${untitled(title)}`,
    line: () => 'Din del er ikke sendt.',
    button: 'Skriv rapporten',
  },
  'report-returned': {
    title: ({ title, count }) => `Rapport ${count} for ${untitled(title)} er returnert til deg`,
    line: ({ note }) => note,
    button: 'Rett og send',
  },
  'dispensation-decide': {
    title: ({ title }) => `Søknad om dispensasjon: ${untitled(title)}`,
    line: ({ note }) => (note === 'split' ? 'Gjelder 40/60-fordelingen.' : 'Gjelder egenandelen.'),
    button: 'Behandle',
  },
  'round-close': {
    title: ({ title }) => `Fristen er ute i runden ${title}`,
    line: ({ count }) => `${needs(count)} er sendt. Lukk runden, så kan forumet begynne.`,
    button: 'Åpne runden',
  },
  'needs-check': {
    title: ({ title }) => `${title}: behov å gå gjennom`,
    line: ({ count }) => `${needs(count)} er sendt og kan kontrolleres.`,
    button: 'Se behovene',
  },
  'round-divide': {
    title: ({ title }) => `${title}: fordel pengene`,
    line: ({ count, kroner }) =>
      `${needs(count)} er innstilt.${kroner === null ? '' : ` Rammen er ${formatKroner(kroner)}.`}`,
    button: 'Til arbeidsbenken',
  },
  'proposals-returned': {
    title: ({ title }) => `${title}: forslag er returnert`,
    line: ({ count }) =>
      count === 1
        ? 'Ett forslag må endres før det foreslås på nytt.'
        : `${count} forslag må endres før de foreslås på nytt.`,
    button: 'Til arbeidsbenken',
  },
  'round-approve': {
    title: ({ title }) => `${title}: tildelinger å godkjenne`,
    line: ({ count, kroner }) =>
      `${count === 1 ? 'Ett forslag' : `${count} forslag`}, til sammen ${formatKroner(kroner ?? 0)}.`,
    button: 'Se og godkjenn',
  },
  'reports-check': {
    title: ({ title }) => `${title}: rapporter å lese`,
    line: ({ count }) => (count === 1 ? 'Én del av en rapport er sendt.' : `${count} deler av rapporter er sendt.`),
    button: 'Se rapportene',
  },
  'delegation-ending': {
    title: ({ who = '' }) => `Fullmakten til ${who} går snart ut`,
    line: () => 'Gi en ny hvis regionkontoret skal melde behov eller rapportere for dere etterpå.',
    button: 'Se fullmaktene',
  },
  'delegation-lapsing': {
    title: ({ who = '' }) => `Fullmakten fra ${who} går snart ut`,
    line: () => 'Etter den dagen ser du ikke sakene deres. Be om en ny hvis du skal arbeide videre for dem.',
    button: 'Se fullmaktene',
  },
  'innstilling-make': {
    title: ({ title }) => `${title}: innstillingen skal skrives`,
    line: ({ count }) => `Runden er lukket med ${needs(count)} til forumet.`,
    button: 'Skriv innstillingen',
  },
  'innstilling-next': {
    title: ({ title }) => `${title}: forbered innstillingen`,
    line: ({ count }) => `${needs(count)} er sendt så langt. Innstillingen kan skrives når runden er lukket.`,
    button: 'Se behovsmeldingene',
  },
  'innstilling-read': {
    title: ({ title }) => `${title}: papirene til forumet`,
    line: ({ count }) => `${needs(count)} ligger i innstillingen.`,
    button: 'Les innstillingen',
  },
};

export const start = {
  title: 'Forsiden',
  menu: {
    start: 'Forsiden',
    needs: 'Behovsmeldinger',
    rounds: 'Runder',
    innstillinger: 'Innstillinger',
    tildelinger: 'Tildelinger',
    reports: 'Rapporter',
    dispensations: 'Dispensasjoner',
    delegations: 'Fullmakter',
    people: 'Folk og roller',
    forum: 'Samarbeidsforum',
    regions: 'Regioner',
    organisations: 'Organisasjoner',
    notifications: 'Varsler',
    setup: 'Oppsett',
    log: 'Logg',
    register: 'Register',
  },
  /** By the hour in Oslo. */
  greeting: (hour: number, name: string) =>
    `${hour < 5 ? 'God natt' : hour < 10 ? 'God morgen' : hour < 18 ? 'God dag' : 'God kveld'}, ${name}`,
  tasks,
  nothingWaits: 'Ingenting venter på deg nå. Når noe gjør det, står det her med fristen.',
  myNeeds: 'Dine behovsmeldinger',
  allNeeds: 'Se alle behovsmeldingene',
  mine: 'Dine tiltak',
  noneMine: 'Her kommer tiltakene dine når de er tildelt, med hva som er tildelt, brukt og ubrukt.',
  columns: { reference: 'Referanse', title: 'Tiltak', granted: 'Tildelt', spent: 'Brukt', unspent: 'Ubrukt' },
  notReported: 'ikke rapportert',
  rounds: 'Runder som er i gang',
  noRounds: 'Ingen runder er i gang. En ny runde åpnes fra siden Runder.',
  toLog: 'Se hva som har skjedd i loggen',
};
