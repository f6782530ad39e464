import type { MailTopic } from '#lib/domain/message/message';

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
