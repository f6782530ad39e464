/** What a form says of its own saving, of those who write in it, and of what was left behind. */
export const saving = {
  label: 'Lagring',
  always: 'Det du skriver, lagres av seg selv.',
  changed: 'Ikke lagret ennå',
  saving: 'Lagrer …',
  saved: (time: string) => `Lagret ${time}`,
  waiting: 'Ikke lagret – vi prøver igjen.',
  waitingHelp: 'Teksten din ligger trygt i denne nettleseren så lenge.',
  tryNow: 'Prøv nå',
  signedOut: 'Du er logget ut, så det du skriver, blir ikke lagret.',
  signedOutHelp: 'Teksten din ligger i denne nettleseren. Logg inn igjen, så lagres den.',
  signIn: 'Logg inn (ny fane)',
  tooLarge: 'Ikke lagret. Noe av teksten er så langt at vi ikke kan ta imot det.',
  closed: 'Dette kan ikke lagres her lenger. Det kan være sendt, eller du har ikke lenger tilgang.',
  closedHelp: 'Teksten din ligger i denne nettleseren til du laster siden på nytt og velger hva du vil gjøre med den.',
  wrong: (count: number) => (count === 1 ? 'Ett felt er ikke lagret' : `${count} felt er ikke lagret`),
  writes: (name: string, field: string) => `${name} skriver i ${field}`,
  isHere: (name: string) => `${name} er også her`,
  clashTitle: 'To har skrevet i samme felt',
  clash: 'Det som er lagret nå, er ikke det du begynte fra. Velg hva som skal stå. Ingenting er borte.',
  mine: 'Det du har skrevet',
  theirs: 'Det som er lagret',
  keepMine: 'Behold mitt',
  takeTheirs: 'Bruk det som er lagret',
  keepBoth: 'Sett dem etter hverandre',
  nothing: '(tomt)',
  leftTitle: 'Du har tekst her som ikke ble lagret',
  left: (when: string) => `Du skrev den ${when}. Vil du ha den tilbake?`,
  unsaved: 'Det som ikke ble lagret',
  takeBack: 'Ta tilbake',
  throwAway: 'Kast',
  takeBackAll: 'Ta tilbake alt',
  throwAwayAll: 'Kast alt',
  outTitle: 'Noe du har skrevet, er ikke lagret',
  out: 'Logger du ut nå, blir det borte fra denne nettleseren. Bli her, så prøver vi å lagre det.',
  stay: 'Bli her',
  outAnyway: 'Logg ut og kast det',
  conflictTitle: 'Noen andre har endret mens du skrev',
  conflict: 'Det du skrev, er lagret sammen med det de skrev. Se over det før du sender.',
};

/** A size as people read it: «640 kB», «10 MB», «2,4 MB». */
export const megabytes = (bytes: number): string => {
  if (bytes < 1000 * 1024) return `${Math.max(1, Math.round(bytes / 1024))}\u00a0kB`;
  return `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1).replace('.', ',').replace(',0', '')}\u00a0MB`;
};

/** Files that follow a behovsmelding or a report. */
export const attachment = {
  title: 'Vedlegg',
  pageTitle: (title: string) => `Vedlegg til ${title}`,
  kind: {
    pdf: 'PDF',
    docx: 'Word-dokument',
    xlsx: 'Excel-regneark',
    odt: 'ODT-dokument',
    png: 'bilde (png)',
    jpg: 'bilde (jpg)',
  },
  kindsAllowed: 'Du kan legge ved pdf, docx, xlsx, odt, png og jpg.',
  help: (size: string, count: number) =>
    `Pdf, docx, xlsx, odt, png eller jpg, inntil ${size} per fil og ${count} filer i alt. Legg ikke ved noe om enkeltelever.`,
  none: 'Ingen vedlegg.',
  choose: 'Velg filer',
  drop: 'Velg filer, eller slipp dem her',
  upload: 'Last opp',
  manage: 'Lagre og legg ved filer',
  change: 'Lagre og fjern vedlegg',
  remove: (name: string) => `Fjern ${name}`,
  removeShort: 'Fjern',
  removeTitle: 'Fjerne vedlegget?',
  removeUnsent: (name: string) => `«${name}» blir slettet.`,
  removeSent: (name: string) =>
    `«${name}» har vært sendt. Det blir borte fra listen, men tas vare på som en del av det som ble sendt.`,
  facts: (kind: string, size: string) => `${kind}, ${size}`,
  added: (who: string, when: string) => `lagt ved av ${who} ${when}`,
  removed: (when: string) => `fjernet ${when}, var med da det ble sendt`,
  uploading: (name: string) => `Laster opp «${name}»`,
  percent: (share: number) => `${share}\u00a0%`,
  stored: (name: string) => `«${name}» er lagt ved.`,
  notStored: (name: string) => `«${name}» ble ikke lastet opp. Sjekk nettet, og prøv igjen.`,
  tooLarge:
    'Filene var for store til å komme fram samlet. Velg én fil om gangen, på inntil 10 MB. Ingenting annet er endret.',
  chooseFirst: 'Velg minst én fil.',
  back: { behovsmelding: 'Tilbake til behovsmeldingen', rapport: 'Tilbake til rapporten' },
  done: { lagret: 'Filene er lagt ved.', fjernet: 'Vedlegget er fjernet.' },
  count: (count: number) => (count === 1 ? '1 vedlegg' : `${count} vedlegg`),
};
