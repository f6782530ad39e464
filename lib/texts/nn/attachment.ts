import type { attachment as nb } from '../nb/attachment';

export { megabytes } from '../nb/attachment';

/** Files that follow a behovsmelding or a report. */
export const attachment: typeof nb = {
  title: 'Vedlegg',
  pageTitle: (title) => `Vedlegg til ${title}`,
  kind: {
    pdf: 'PDF',
    docx: 'Word-dokument',
    xlsx: 'Excel-rekneark',
    odt: 'ODT-dokument',
    png: 'bilete (png)',
    jpg: 'bilete (jpg)',
  },
  kindsAllowed: 'Du kan leggje ved pdf, docx, xlsx, odt, png og jpg.',
  help: (size, count) =>
    `Pdf, docx, xlsx, odt, png eller jpg, inntil ${size} per fil og ${count} filer i alt. Legg ikkje ved noko om einskilde elevar.`,
  none: 'Ingen vedlegg.',
  choose: 'Vel filer',
  drop: 'Vel filer, eller slepp dei her',
  upload: 'Last opp',
  manage: 'Lagre og legg ved filer',
  change: 'Lagre og fjern vedlegg',
  remove: (name) => `Fjern ${name}`,
  removeShort: 'Fjern',
  removeTitle: 'Fjerne vedlegget?',
  removeUnsent: (name) => `«${name}» blir sletta.`,
  removeSent: (name) =>
    `«${name}» har vore sendt. Det blir borte frå lista, men blir teke vare på som ein del av det som vart sendt.`,
  facts: (kind, size) => `${kind}, ${size}`,
  added: (who, when) => `lagt ved av ${who} ${when}`,
  removed: (when) => `fjerna ${when}, var med då det vart sendt`,
  uploading: (name) => `Lastar opp «${name}»`,
  percent: (share) => `${share}\u00a0%`,
  stored: (name) => `«${name}» er lagt ved.`,
  notStored: (name) => `«${name}» vart ikkje lasta opp. Sjekk nettet, og prøv igjen.`,
  tooLarge:
    'Filene var for store til å kome fram samla. Vel éi fil om gongen, på inntil 10 MB. Ingenting anna er endra.',
  chooseFirst: 'Vel minst éi fil.',
  back: { behovsmelding: 'Tilbake til behovsmeldinga', rapport: 'Tilbake til rapporten' },
  done: { lagret: 'Filene er lagde ved.', fjernet: 'Vedlegget er fjerna.' },
  count: (count) => `${count} vedlegg`,
};
