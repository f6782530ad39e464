import type { Facts, MessageTexts } from '#lib/texts/message';
import type { messages as nbMessages, notifications as nbNotifications } from '#lib/texts/nb/message';
import { round } from './round';

const proposals = (count: number): string => (count === 1 ? 'eitt forslag' : `${count} forslag`);

const PORTAL = 'Portalen';
const deadline = (f: Facts): string =>
  (Object.entries(round.deadline).find(([kind]) => kind === f.word('deadline'))?.[1] ?? '').toLowerCase();
const covered = (f: Facts): string =>
  f.word('covers') === 'needs'
    ? 'melde behov'
    : f.word('covers') === 'reports'
      ? 'rapportere'
      : 'melde behov og rapportere';
const open = (f: Facts, one: string, many: string): string =>
  f.count === 1 ? `${one} ${f.title}` : `${f.count} ${many}`;

const unreached = (ask: string): MessageTexts['person-unreached'] => ({
  subject: (f) => `E-posten til ${f.word('name')} kom ikkje fram`,
  line: (_who, f) => `E-posten til ${f.word('name')} (${f.word('address')}) kom ikkje fram. ${ask}`,
});

const kinds: MessageTexts = {
  'need-sent': {
    subject: (f) => `${f.details['again'] === true ? 'Send på nytt' : 'Send'}: ${f.title}`,
    line: (who, f) =>
      `${who} sende behovsmeldinga ${f.title} frå ${f.word('owner')}${f.details['again'] === true ? ' på nytt' : ''}`,
  },
  'need-registered': {
    subject: (f) => `Registrert: ${f.title}`,
    line: (who, f) => `${who} registrerte behovsmeldinga ${f.title} frå ${f.word('owner')}, som kom på papir`,
  },
  'need-returned': {
    subject: (f) => `Returnert: ${f.title}`,
    line: (who, f) => `${who} returnerte behovsmeldinga ${f.title}, så ho kan rettast og sendast på nytt`,
  },
  'need-withdrawn': {
    subject: (f) => `Trekt: ${f.title}`,
    line: (who, f) => `${who} trekte behovsmeldinga ${f.title} frå ${f.word('owner')}`,
  },
  'need-shared': {
    subject: (f) => `Delt med dykk: ${f.title}`,
    line: (who, f) => `${who} delte behovsmeldinga ${f.title} med dykk`,
  },
  'partner-removed': {
    subject: (f) => `Ikkje lenger partnar: ${f.title}`,
    line: (who, f) =>
      `${who} tok ${f.word('uh')} ut av behovsmeldinga ${f.title} frå ${f.word('owner')}. De les ho ikkje lenger. Det de hadde skrive, har skuleeigaren i loggen sin`,
  },
  'need-confirmed': {
    subject: (f) => `Stadfesta: ${f.title}`,
    line: (who, f) => `${who} stadfesta for ${f.word('uh')} at dei kjenner behovsmeldinga ${f.title}`,
  },
  'need-turned-down': {
    subject: (f) => `Partnaren sa nei: ${f.title}`,
    line: (who, f) => `${who} sa nei for ${f.word('uh')} til å vere partnar i behovsmeldinga ${f.title}`,
  },
  'owner-confirmed': {
    subject: (f) => `Stadfesta av eigar: ${f.title}`,
    line: (who, f) => `${who} stadfesta for ${f.word('owner')} at dei står bak behovsmeldinga ${f.title}`,
  },
  'owner-objected': {
    subject: (f) => `Ber om retting: ${f.title}`,
    line: (who, f) => `${who} ber for ${f.word('owner')} om retting i behovsmeldinga ${f.title}`,
  },
  'need-for-approval': {
    subject: (f) => `Til godkjenning: ${f.title}`,
    line: (who, f) => `${who} ber deg godkjenne og sende behovsmeldinga ${f.title}`,
  },
  'approval-declined': {
    subject: (f) => `Ikkje godkjend enno: ${f.title}`,
    line: (who, f) => `${who} sende behovsmeldinga ${f.title} tilbake til dykk som skriv`,
  },
  'need-invited': {
    subject: (f) => `Invitert til ${f.title}`,
    line: (who, f) => `${who} inviterte deg til behovsmeldinga ${f.title}`,
  },
  'comment-written': {
    subject: (f) => `Kommentar til ${f.title}`,
    line: (who, f) => `${who} kommenterte behovsmeldinga ${f.title}`,
  },
  'comment-resolved': {
    subject: (f) => `Kommentar løyst i ${f.title}`,
    line: (who, f) => `${who} markerte ein kommentar i behovsmeldinga ${f.title} som løyst`,
  },
  'late-opened': {
    subject: (f) => `Du kan sende etter fristen i ${f.round}`,
    line: (who, f) => `${who} opna for at de kan sende behov i ${f.round} til og med ${f.lastDay}`,
  },
  'delegation-given': {
    subject: (f) => `Fullmakt frå ${f.word('owner')}`,
    line: (who, f) => `${who} gav ${f.word('region')} fullmakt til å ${covered(f)} for ${f.word('owner')}`,
  },
  'delegation-ended': {
    subject: (f) => `Fullmakta frå ${f.word('owner')} ${f.lastDay === '' ? 'er avslutta' : `varer til ${f.lastDay}`}`,
    line: (who, f) =>
      `${who} avslutta fullmakta ${f.word('region')} har hatt frå ${f.word('owner')}${f.lastDay === '' ? '' : `. Siste dag er ${f.lastDay}`}`,
  },
  'delegation-ending': {
    subject: (f) => `Fullmakta frå ${f.word('owner')} går snart ut`,
    line: (_who, f) => `Fullmakta ${f.word('region')} har frå ${f.word('owner')}, varer til ${f.lastDay}`,
  },
  'dispensation-asked': {
    subject: (f) => `Søknad om dispensasjon: ${f.title}`,
    line: (who, f) => `${who} søkte om dispensasjon frå eigendelen i ${f.title} for ${f.word('owner')}`,
  },
  'dispensation-decided': {
    subject: (f) => `Svar på søknaden om dispensasjon i ${f.round}`,
    line: (who, f) =>
      `${who} ${f.details['granted'] === true ? 'innvilga' : 'avslo'} søknaden om dispensasjon frå eigendelen i ${f.round}`,
  },
  'split-asked': {
    subject: (f) => `Søknad om dispensasjon i ${f.round}`,
    line: (who, f) => `${who} søkte om dispensasjon frå fordelinga mellom nettverk og UH i ${f.round}`,
  },
  'split-decided': {
    subject: (f) => `Svar på søknaden om dispensasjon i ${f.round}`,
    line: (who, f) =>
      `${who} ${f.details['granted'] === true ? 'innvilga' : 'avslo'} søknaden om dispensasjon frå fordelinga mellom nettverk og UH i ${f.round}`,
  },
  'round-opened': {
    subject: (f) => `${f.round} er open`,
    line: (who, f) => `${who} opna ${f.round}. Behov kan sendast til og med ${f.lastDay}`,
  },
  'round-closed': { subject: (f) => `${f.round} er lukka`, line: (who, f) => `${who} lukka ${f.round} for nye behov` },
  'deadline-moved': {
    subject: (f) => `Ny frist i ${f.round}`,
    line: (who, f) => `${who} flytte fristen for ${deadline(f)} i ${f.round} til ${f.lastDay}`,
  },
  'need-deadline-moved': {
    subject: (f) => `Ny frist i ${f.round}`,
    line: (who, f) => `${who} flytta fristen for behov i ${f.round} til ${f.lastDay}. De er partnar i eit behov der`,
  },
  'innstilling-delivered': {
    subject: (f) => `Innstillinga i ${f.round} er levert`,
    line: (who, f) => `${who} leverte innstillinga i ${f.round}`,
  },
  'round-proposed': {
    subject: (f) => `Til godkjenning i ${f.round}`,
    line: (who, f) => `${who} føreslo tildelingar i ${f.round}: ${proposals(f.count)} å godkjenne`,
  },
  'round-returned': {
    subject: (f) => `Returnert i ${f.round}`,
    line: (who, f) => `${who} returnerte ${proposals(f.count)} i ${f.round}`,
  },
  'round-approved': {
    subject: (f) => `Tildelingar godkjende i ${f.round}`,
    line: (who, f) => `${who} godkjende ${f.count === 1 ? 'éi tildeling' : `${f.count} tildelingar`} i ${f.round}`,
  },
  'tildeling-decided': {
    subject: (f) => `Vedtak om ${f.title}`,
    line: (who, f) => `${who} godkjende vedtaket om ${f.title}. Brevet ligg i portalen`,
  },
  'report-filed': {
    subject: (f) => `Rapport send: ${f.title}`,
    line: (who, f) => `${who} sende sin del av rapporten for ${String(f.details['year'])} om ${f.title}`,
  },
  'report-returned': {
    subject: (f) => `Rapport returnert: ${f.title}`,
    line: (who, f) =>
      `${who} returnerte dykkar del av rapporten for ${String(f.details['year'])} om ${f.title}, så han kan rettast og sendast på nytt`,
  },
  'report-accepted': {
    subject: (f) => `Rapport godkjend: ${f.title}`,
    line: (who, f) => `${who} godkjende dykkar del av rapporten for ${String(f.details['year'])} om ${f.title}`,
  },
  'role-given': {
    subject: () => 'Du har fått ei rolle i portalen',
    line: (who) =>
      `${who === PORTAL ? 'Du har fått' : `${who} gav deg`} ei rolle i portalen. Logg inn med denne e-postadressa`,
  },
  'role-taken': {
    subject: () => 'Ei rolle i portalen er avslutta',
    line: (who) => `${who} avslutta ei rolle du hadde i portalen`,
  },
  'address-failing': {
    subject: () => 'E-posten til deg kom ikkje fram',
    line: (_who, f) => `E-posten til ${f.word('address')} kom ikkje fram. Meldingane ligg her i portalen`,
  },
  'person-unreached': unreached('Spør om adressa er rett'),
  'coordinator-unreached': unreached('Spør om adressa er rett'),
  'member-unreached': unreached('Spør om adressa er rett'),
  'colleague-unreached': unreached('Den som driv portalen, kan rette adressa'),
  'reminder-need': {
    subject: (f) => `Frist ${f.lastDay}: behov i ${f.round}`,
    line: (_who, f) =>
      `${open(f, 'Behovsmeldinga', 'behovsmeldingar')} i ${f.round} er ikkje ${f.count === 1 ? 'send' : 'sende'}. Fristen er ${f.lastDay}`,
  },
  'reminder-confirm': {
    subject: (f) => `Frist ${f.lastDay}: stadfest behov i ${f.round}`,
    line: (_who, f) =>
      `${open(f, 'Behovsmeldinga', 'behovsmeldingar')} i ${f.round} nemner dykk som partnar og er ikkje stadfesta. Fristen er ${f.lastDay}`,
  },
  'reminder-close': {
    subject: (f) => `Frist ${f.lastDay}: ${f.round} er ikkje lukka`,
    line: (_who, f) => `${f.round} er ikkje lukka, og forumet skal levere innstillinga innan ${f.lastDay}`,
  },
  'reminder-innstilling': {
    subject: (f) => `Frist ${f.lastDay}: innstillinga i ${f.round}`,
    line: (_who, f) => `Innstillinga i ${f.round} er ikkje levert. Fristen er ${f.lastDay}`,
  },
  'reminder-divide': {
    subject: (f) => `Frist ${f.lastDay}: fordelinga i ${f.round}`,
    line: (_who, f) => `Pengane i ${f.round} er ikkje fordelte. Fristen for vedtak er ${f.lastDay}`,
  },
  'reminder-approve': {
    subject: (f) => `Frist ${f.lastDay}: vedtak i ${f.round}`,
    line: (_who, f) => `Forslaga i ${f.round} er ikkje godkjende. Fristen for vedtak er ${f.lastDay}`,
  },
  'reminder-report': {
    subject: (f) => `Frist ${f.lastDay}: rapport i ${f.round}`,
    line: (_who, f) =>
      `${open(f, 'Rapporten for', 'rapportar')} i ${f.round} er ikkje ${f.count === 1 ? 'send' : 'sende'}. Fristen er ${f.lastDay}`,
  },
};

export const messages: typeof nbMessages = {
  title: 'Meldingar',
  under: (unread) =>
    unread === 0
      ? 'Du har lese alle meldingane.'
      : unread === 1
        ? 'Éi melding er ulesen.'
        : `${unread} meldingar er ulesne.`,
  count: (unread) => (unread === 1 ? '1 ulesen' : `${unread} ulesne`),
  kinds,
  portal: PORTAL,
  untitled: 'utan tittel',
  unread: 'Ulesen',
  open: 'Opne',
  markRead: 'Marker som lesen',
  markAll: 'Marker alle som lesne',
  noneTitle: 'Ingen meldingar enno',
  none: 'Her står det som skjer i sakene dine: at eit behov er sendt eller returnert, at eit vedtak er fatta, og at ein frist nærmar seg. Meldingane blir liggjande.',
  newer: 'Nyare',
  older: 'Eldre',
  page: (page, pages) => `Side ${page} av ${pages}`,
  mail: {
    greeting: (name) => `Hei, ${name}`,
    many: (count) => `${count} meldingar`,
    day: (count) => `Meldingane i dag: ${count === 1 ? 'éi ny' : `${count} nye`}`,
    dayLead: 'Dette har skjedd sidan sist:',
    why: 'Du får denne e-posten fordi du har ei rolle i portalen Samarbeidsforum. Du kan ikkje svare på han.',
    change: 'Vel når du vil ha e-post:',
    always: 'Vedtak, nye fristar og det som er returnert til deg, blir alltid sende med ein gong.',
  },
};

const topics: typeof nbNotifications.topics = {
  needs: { name: 'Behovsmeldingar', about: 'Ei behovsmelding er send, delt, stadfesta eller trekt.' },
  writing: {
    name: 'Arbeid med ein kladd',
    about: 'Du er invitert til å skrive, nokon kommenterer, eller noko ventar på godkjenning hos dykk.',
  },
  rounds: {
    name: 'Rundar',
    about:
      'Ein runde opnar eller lukkar, innstillinga er levert, tildelingar er føreslått, eller nokon søkjer om dispensasjon.',
  },
  reports: { name: 'Rapportar', about: 'Ein part har sendt sin del av ein rapport.' },
  access: {
    name: 'Folk og fullmakter',
    about: 'Ei fullmakt er gitt eller går ut, eller e-post til nokon kom ikkje fram.',
  },
  reminders: { name: 'Påminningar', about: '14 og 3 dagar før ein frist, når du har noko som ikkje er sendt.' },
};

export const notifications: typeof nbNotifications = {
  title: 'Varsel',
  under:
    'Meldingane står alltid i portalen. Her vel du når dei òg kjem på e-post, og får fristane i din eigen kalender.',
  toMessages: 'Til meldingane',
  mailTitle: 'E-post',
  address: (email) => `E-posten går til ${email}.`,
  failing: (email, since) =>
    `E-posten til ${email} kom ikkje fram (${since}). Er adressa feil, må den som inviterte deg, rette henne. Vi prøver igjen ved neste melding.`,
  notSet:
    'E-post er ikkje sett opp i denne portalen. Meldingane står under Meldingar, og vala dine gjeld frå e-post er sett opp.',
  choice: 'Når vil du ha e-post?',
  choices: { 'at-once': 'Med ein gong', daily: 'Dagleg', none: 'Aldri' },
  topics,
  daily: 'Dagleg er éin e-post kl. 7 om morgonen når noko har hendt.',
  always: 'Vedtak, nye fristar og det som er returnert til deg, kjem alltid med ein gong.',
  save: 'Lagre vala',
  saved: 'Vala er lagra.',
  calendarTitle: 'Fristane i din eigen kalender',
  calendarLead:
    'Med ei hemmeleg adresse kan Outlook, Google eller telefonen din vise fristane dine, og endre dei når dei blir flytte.',
  calendarName: 'Fristar i Samarbeidsforum',
  calendarAddress: 'Adressa til kalenderen din',
  calendarHow:
    'Legg adressa inn som ein kalender du abonnerer på. Den som har adressa, ser fristane dine. Har ho kome på avvegar, lagar du ei ny, og den gamle sluttar å verke.',
  make: 'Lag ei kalenderadresse',
  renew: 'Lag ei ny adresse',
  renewTitle: 'Lage ei ny kalenderadresse?',
  renewBody: 'Adressa du har no, sluttar å verke. Kalenderen må leggjast inn på nytt med den nye.',
  end: 'Slutt å dele fristane',
  endTitle: 'Slutte å dele fristane?',
  endBody: 'Adressa sluttar å verke, og fristane forsvinn frå kalenderen din. Du kan lage ei ny adresse seinare.',
  made: 'Kalenderen har fått ei ny adresse.',
  ended: 'Adressa verkar ikkje lenger.',
  event: (what, round) => `Frist: ${what} · ${round}`,
  reportEvent: (year, title) => `Frist: rapport ${year} for «${title}»`,
};
