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
