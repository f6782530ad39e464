import type { notifications as nb } from '../nb/notifications';

const topics: typeof nb.topics = {
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

export const notifications: typeof nb = {
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
