import type { MailTopic } from '#lib/domain/message/message';
import type { Facts, MessageTexts } from '#lib/texts/message';
import { round } from './round';

const proposals = (count: number): string => (count === 1 ? 'ett forslag' : `${count} forslag`);

const PORTAL = 'Portalen';
const deadline = (f: Facts): string =>
  (Object.entries(round.deadline).find(([kind]) => kind === f.word('deadline'))?.[1] ?? '').toLowerCase();
// Told before it was said what for: for both.
const covered = (f: Facts): string =>
  f.word('covers') === 'needs'
    ? 'melde behov'
    : f.word('covers') === 'reports'
      ? 'rapportere'
      : 'melde behov og rapportere';
const open = (f: Facts, one: string, many: string): string =>
  f.count === 1 ? `${one} ${f.title}` : `${f.count} ${many}`;

const unreached = (ask: string): MessageTexts['person-unreached'] => ({
  subject: (f) => `E-posten til ${f.word('name')} kom ikke fram`,
  line: (_who, f) => `E-posten til ${f.word('name')} (${f.word('address')}) kom ikke fram. ${ask}`,
});

const kinds: MessageTexts = {
  'need-sent': {
    subject: (f) => `${f.details['again'] === true ? 'Sendt på nytt' : 'Sendt'}: ${f.title}`,
    line: (who, f) =>
      `${who} sendte behovsmeldingen ${f.title} fra ${f.word('owner')}${f.details['again'] === true ? ' på nytt' : ''}`,
  },
  'need-registered': {
    subject: (f) => `Registrert: ${f.title}`,
    line: (who, f) => `${who} registrerte behovsmeldingen ${f.title} fra ${f.word('owner')}, som kom på papir`,
  },
  'need-returned': {
    subject: (f) => `Returnert: ${f.title}`,
    line: (who, f) => `${who} returnerte behovsmeldingen ${f.title}, så den kan rettes og sendes på nytt`,
  },
  'need-withdrawn': {
    subject: (f) => `Trukket: ${f.title}`,
    line: (who, f) => `${who} trakk behovsmeldingen ${f.title} fra ${f.word('owner')}`,
  },
  'need-shared': {
    subject: (f) => `Delt med dere: ${f.title}`,
    line: (who, f) => `${who} delte behovsmeldingen ${f.title} med dere`,
  },
  'partner-removed': {
    subject: (f) => `Ikke lenger partner: ${f.title}`,
    line: (who, f) =>
      `${who} tok ${f.word('uh')} ut av behovsmeldingen ${f.title} fra ${f.word('owner')}. Dere leser den ikke lenger. Det dere hadde skrevet, har skoleeieren i loggen sin`,
  },
  'need-confirmed': {
    subject: (f) => `Bekreftet: ${f.title}`,
    line: (who, f) => `${who} bekreftet for ${f.word('uh')} at de kjenner behovsmeldingen ${f.title}`,
  },
  'need-turned-down': {
    subject: (f) => `Partneren sa nei: ${f.title}`,
    line: (who, f) => `${who} sa nei for ${f.word('uh')} til å være partner i behovsmeldingen ${f.title}`,
  },
  'owner-confirmed': {
    subject: (f) => `Bekreftet av eier: ${f.title}`,
    line: (who, f) => `${who} bekreftet for ${f.word('owner')} at de står bak behovsmeldingen ${f.title}`,
  },
  'owner-objected': {
    subject: (f) => `Ber om retting: ${f.title}`,
    line: (who, f) => `${who} ber for ${f.word('owner')} om retting i behovsmeldingen ${f.title}`,
  },
  'need-for-approval': {
    subject: (f) => `Til godkjenning: ${f.title}`,
    line: (who, f) => `${who} ber deg godkjenne og sende behovsmeldingen ${f.title}`,
  },
  'approval-declined': {
    subject: (f) => `Ikke godkjent ennå: ${f.title}`,
    line: (who, f) => `${who} sendte behovsmeldingen ${f.title} tilbake til dere som skriver`,
  },
  'need-invited': {
    subject: (f) => `Invitert til ${f.title}`,
    line: (who, f) => `${who} inviterte deg til behovsmeldingen ${f.title}`,
  },
  'comment-written': {
    subject: (f) => `Kommentar til ${f.title}`,
    line: (who, f) => `${who} kommenterte behovsmeldingen ${f.title}`,
  },
  'comment-resolved': {
    subject: (f) => `Kommentar løst i ${f.title}`,
    line: (who, f) => `${who} markerte en kommentar i behovsmeldingen ${f.title} som løst`,
  },
  'late-opened': {
    subject: (f) => `Du kan sende etter fristen i ${f.round}`,
    line: (who, f) => `${who} åpnet for at dere kan sende behov i ${f.round} til og med ${f.lastDay}`,
  },
  'delegation-given': {
    subject: (f) => `Fullmakt fra ${f.word('owner')}`,
    line: (who, f) => `${who} ga ${f.word('region')} fullmakt til å ${covered(f)} for ${f.word('owner')}`,
  },
  'delegation-ended': {
    subject: (f) => `Fullmakten fra ${f.word('owner')} ${f.lastDay === '' ? 'er avsluttet' : `varer til ${f.lastDay}`}`,
    line: (who, f) =>
      `${who} avsluttet fullmakten ${f.word('region')} har hatt fra ${f.word('owner')}${f.lastDay === '' ? '' : `. Siste dag er ${f.lastDay}`}`,
  },
  'delegation-ending': {
    subject: (f) => `Fullmakten fra ${f.word('owner')} går snart ut`,
    line: (_who, f) => `Fullmakten ${f.word('region')} har fra ${f.word('owner')}, varer til ${f.lastDay}`,
  },
  'dispensation-asked': {
    subject: (f) => `Søknad om dispensasjon: ${f.title}`,
    line: (who, f) => `${who} søkte om dispensasjon fra egenandelen i ${f.title} for ${f.word('owner')}`,
  },
  'dispensation-decided': {
    subject: (f) => `Svar på søknaden om dispensasjon i ${f.round}`,
    line: (who, f) =>
      `${who} ${f.details['granted'] === true ? 'innvilget' : 'avslo'} søknaden om dispensasjon fra egenandelen i ${f.round}`,
  },
  'split-asked': {
    subject: (f) => `Søknad om dispensasjon i ${f.round}`,
    line: (who, f) => `${who} søkte om dispensasjon fra fordelingen mellom nettverk og UH i ${f.round}`,
  },
  'split-decided': {
    subject: (f) => `Svar på søknaden om dispensasjon i ${f.round}`,
    line: (who, f) =>
      `${who} ${f.details['granted'] === true ? 'innvilget' : 'avslo'} søknaden om dispensasjon fra fordelingen mellom nettverk og UH i ${f.round}`,
  },
  'round-opened': {
    subject: (f) => `${f.round} er åpen`,
    line: (who, f) => `${who} åpnet ${f.round}. Behov kan sendes til og med ${f.lastDay}`,
  },
  'round-closed': {
    subject: (f) => `${f.round} er lukket`,
    line: (who, f) => `${who} lukket ${f.round} for nye behov`,
  },
  'deadline-moved': {
    subject: (f) => `Ny frist i ${f.round}`,
    line: (who, f) => `${who} flyttet fristen for ${deadline(f)} i ${f.round} til ${f.lastDay}`,
  },
  'need-deadline-moved': {
    subject: (f) => `Ny frist i ${f.round}`,
    line: (who, f) => `${who} flyttet fristen for behov i ${f.round} til ${f.lastDay}. Dere er partner i et behov der`,
  },
  'innstilling-delivered': {
    subject: (f) => `Innstillingen i ${f.round} er levert`,
    line: (who, f) => `${who} leverte innstillingen i ${f.round}`,
  },
  'round-proposed': {
    subject: (f) => `Til godkjenning i ${f.round}`,
    line: (who, f) => `${who} foreslo tildelinger i ${f.round}: ${proposals(f.count)} å godkjenne`,
  },
  'round-returned': {
    subject: (f) => `Returnert i ${f.round}`,
    line: (who, f) => `${who} returnerte ${proposals(f.count)} i ${f.round}`,
  },
  'round-approved': {
    subject: (f) => `Tildelinger godkjent i ${f.round}`,
    line: (who, f) => `${who} godkjente ${f.count === 1 ? 'én tildeling' : `${f.count} tildelinger`} i ${f.round}`,
  },
  'tildeling-decided': {
    subject: (f) => `Vedtak om ${f.title}`,
    line: (who, f) => `${who} godkjente vedtaket om ${f.title}. Brevet ligger i portalen`,
  },
  'report-filed': {
    subject: (f) => `Rapport sendt: ${f.title}`,
    line: (who, f) => `${who} sendte sin del av rapporten for ${String(f.details['year'])} om ${f.title}`,
  },
  'report-returned': {
    subject: (f) => `Rapport returnert: ${f.title}`,
    line: (who, f) =>
      `${who} returnerte deres del av rapporten for ${String(f.details['year'])} om ${f.title}, så den kan rettes og sendes på nytt`,
  },
  'report-accepted': {
    subject: (f) => `Rapport godkjent: ${f.title}`,
    line: (who, f) => `${who} godkjente deres del av rapporten for ${String(f.details['year'])} om ${f.title}`,
  },
  'role-given': {
    subject: () => 'Du har fått en rolle i portalen',
    line: (who) =>
      `${who === PORTAL ? 'Du har fått' : `${who} ga deg`} en rolle i portalen. Logg inn med denne e-postadressen`,
  },
  'role-taken': {
    subject: () => 'En rolle i portalen er avsluttet',
    line: (who) => `${who} avsluttet en rolle du hadde i portalen`,
  },
  'address-failing': {
    subject: () => 'E-posten til deg kom ikke fram',
    line: (_who, f) => `E-posten til ${f.word('address')} kom ikke fram. Meldingene ligger her i portalen`,
  },
  'person-unreached': unreached('Spør om adressen er riktig'),
  'coordinator-unreached': unreached('Spør om adressen er riktig'),
  'member-unreached': unreached('Spør om adressen er riktig'),
  'colleague-unreached': unreached('Den som driver portalen, kan rette adressen'),
  'reminder-need': {
    subject: (f) => `Frist ${f.lastDay}: behov i ${f.round}`,
    line: (_who, f) =>
      `${open(f, 'Behovsmeldingen', 'behovsmeldinger')} i ${f.round} er ikke sendt. Fristen er ${f.lastDay}`,
  },
  'reminder-confirm': {
    subject: (f) => `Frist ${f.lastDay}: bekreft behov i ${f.round}`,
    line: (_who, f) =>
      `${open(f, 'Behovsmeldingen', 'behovsmeldinger')} i ${f.round} nevner dere som partner og er ikke bekreftet. Fristen er ${f.lastDay}`,
  },
  'reminder-close': {
    subject: (f) => `Frist ${f.lastDay}: ${f.round} er ikke lukket`,
    line: (_who, f) => `${f.round} er ikke lukket, og forumet skal levere innstillingen innen ${f.lastDay}`,
  },
  'reminder-innstilling': {
    subject: (f) => `Frist ${f.lastDay}: innstillingen i ${f.round}`,
    line: (_who, f) => `Innstillingen i ${f.round} er ikke levert. Fristen er ${f.lastDay}`,
  },
  'reminder-divide': {
    subject: (f) => `Frist ${f.lastDay}: fordelingen i ${f.round}`,
    line: (_who, f) => `Pengene i ${f.round} er ikke fordelt. Fristen for vedtak er ${f.lastDay}`,
  },
  'reminder-approve': {
    subject: (f) => `Frist ${f.lastDay}: vedtak i ${f.round}`,
    line: (_who, f) => `Forslagene i ${f.round} er ikke godkjent. Fristen for vedtak er ${f.lastDay}`,
  },
  'reminder-report': {
    subject: (f) => `Frist ${f.lastDay}: rapport i ${f.round}`,
    line: (_who, f) => `${open(f, 'Rapporten for', 'rapporter')} i ${f.round} er ikke sendt. Fristen er ${f.lastDay}`,
  },
};

export const messages = {
  title: 'Meldinger',
  under: (unread: number) =>
    unread === 0
      ? 'Du har lest alle meldingene.'
      : unread === 1
        ? 'Én melding er ulest.'
        : `${unread} meldinger er uleste.`,
  count: (unread: number) => (unread === 1 ? '1 ulest' : `${unread} uleste`),
  kinds,
  portal: PORTAL,
  untitled: 'uten tittel',
  unread: 'Ulest',
  open: 'Åpne',
  markRead: 'Marker som lest',
  markAll: 'Marker alle som lest',
  noneTitle: 'Ingen meldinger ennå',
  none: 'Her står det som skjer i sakene dine: at et behov er sendt eller returnert, at et vedtak er fattet, og at en frist nærmer seg. Meldingene blir liggende.',
  newer: 'Nyere',
  older: 'Eldre',
  page: (page: number, pages: number) => `Side ${page} av ${pages}`,
  mail: {
    greeting: (name: string) => `Hei, ${name}`,
    many: (count: number) => `${count} meldinger`,
    day: (count: number) => `Dagens meldinger: ${count === 1 ? 'én ny' : `${count} nye`}`,
    dayLead: 'Dette har skjedd siden sist:',
    why: 'Du får denne e-posten fordi du har en rolle i portalen Samarbeidsforum. Du kan ikke svare på den.',
    change: 'Velg når du vil ha e-post:',
    always: 'Vedtak, nye frister og det som er returnert til deg, sendes alltid med en gang.',
  },
};

const topics: Record<MailTopic, { name: string; about: string }> = {
  needs: { name: 'Behovsmeldinger', about: 'En behovsmelding er sendt, delt, bekreftet eller trukket.' },
  writing: {
    name: 'Arbeid med en kladd',
    about: 'Du er invitert til å skrive, noen kommenterer, eller noe venter på godkjenning hos dere.',
  },
  rounds: {
    name: 'Runder',
    about:
      'En runde åpner eller lukker, innstillingen er levert, tildelinger er foreslått, eller noen søker om dispensasjon.',
  },
  reports: { name: 'Rapporter', about: 'En part har sendt sin del av en rapport.' },
  access: {
    name: 'Folk og fullmakter',
    about: 'En fullmakt er gitt eller går ut, eller e-post til noen kom ikke fram.',
  },
  reminders: { name: 'Påminnelser', about: '14 og 3 dager før en frist, når du har noe som ikke er sendt.' },
};

/** How one is told: by e-mail and in one's own calendar. */
export const notifications = {
  title: 'Varsler',
  under:
    'Meldingene står alltid i portalen. Her velger du når de også kommer på e-post, og får fristene i din egen kalender.',
  toMessages: 'Til meldingene',
  mailTitle: 'E-post',
  address: (email: string) => `E-posten går til ${email}.`,
  failing: (email: string, since: string) =>
    `E-posten til ${email} kom ikke fram (${since}). Er adressen feil, må den som inviterte deg, rette den. Vi prøver igjen ved neste melding.`,
  notSet:
    'E-post er ikke satt opp i denne portalen. Meldingene står under Meldinger, og valgene dine gjelder fra e-post er satt opp.',
  choice: 'Når vil du ha e-post?',
  choices: { 'at-once': 'Med en gang', daily: 'Daglig', none: 'Aldri' },
  topics,
  daily: 'Daglig er én e-post kl. 7 om morgenen når noe har skjedd.',
  always: 'Vedtak, nye frister og det som er returnert til deg, kommer alltid med en gang.',
  save: 'Lagre valgene',
  saved: 'Valgene er lagret.',
  calendarTitle: 'Fristene i din egen kalender',
  calendarLead:
    'Med en hemmelig adresse kan Outlook, Google eller telefonen din vise fristene dine, og endre dem når de flyttes.',
  calendarName: 'Frister i Samarbeidsforum',
  calendarAddress: 'Adressen til kalenderen din',
  calendarHow:
    'Legg adressen inn som en kalender du abonnerer på. Den som har adressen, ser fristene dine. Har den kommet på avveie, lager du en ny, og den gamle slutter å virke.',
  make: 'Lag en kalenderadresse',
  renew: 'Lag en ny adresse',
  renewTitle: 'Lage en ny kalenderadresse?',
  renewBody: 'Adressen du har nå, slutter å virke. Kalenderen må legges inn på nytt med den nye.',
  end: 'Slutt å dele fristene',
  endTitle: 'Slutte å dele fristene?',
  endBody: 'Adressen slutter å virke, og fristene forsvinner fra kalenderen din. Du kan lage en ny adresse senere.',
  made: 'Kalenderen har fått en ny adresse.',
  ended: 'Adressen virker ikke lenger.',
  event: (what: string, round: string) => `Frist: ${what} · ${round}`,
  reportEvent: (year: number, title: string) => `Frist: rapport ${year} for «${title}»`,
};
