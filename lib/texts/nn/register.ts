import type { register as nb } from '../nb/register';

export const register: typeof nb = {
  title: 'Register over tildelingar',
  heading: (year, amount, tiltak, county) => `I ${year} vart ${amount} fordelte på ${tiltak} tiltak i ${county}.`,
  under: (programmes) => `Godkjende tildelingar. Ordning: ${programmes}.`,
  choose: { label: 'Fylke og år', button: 'Vis', place: (county, year) => `${county} ${year}` },
  empty: {
    title: 'Ingen tildelingar er godkjende enno',
    body: 'Når Statsforvaltaren har godkjent tildelingane i ein runde, står dei her: kven som får tilskot, til kva, og kor mykje.',
  },
  imported: {
    title: 'Tala er henta frå ein trykt rapport',
    body: 'Beløpa står slik dei er trykte. Ei tom celle i rapporten er «ikkje oppgitt», ikkje 0.',
  },
  example: {
    title: 'Døme',
    body: 'Denne runden er eit døme. Frå 2026 har ordninga eit anna namn, og tildelingane her er ikkje verkelege.',
  },
  exampleRegion: 'namnet er eit døme',
  shares: 'Fordelt mellom nettverk og UH',
  sharesNote: 'Nettverket er skuleeigarane saman. UH er universitet og høgskular.',
  regions: 'Fordelt på regionar',
  withoutRegion: 'Utan region',
  withoutAmount: (count) =>
    count === 1
      ? '1 tiltak manglar beløp, og er berre rekna med for det som er oppgitt.'
      : `${count} tiltak manglar beløp, og er berre rekna med for det som er oppgitt.`,
  later: (amount) => `Av dette gjeld ${amount} seinare budsjettår, med atterhald om statsbudsjettet.`,
  frameUnknown: 'Den samla ramma for fylket er ikkje kjend.',
  frame: (amount) => `Ramma for runden var ${amount}.`,
  notes: 'Merknader i rapporten',
  pool: {
    title: 'Beløp oppgitt for heile regionen',
    body: 'Linjene under er tildelinga. Beløpet for regionen står ved sida av, og er ikkje lagt til i nokon sum.',
    region: 'Region',
    receiver: 'Mottakar',
    lines: 'Linjene til saman',
    amount: 'Oppgitt for regionen',
    difference: 'Skilnad',
    over: (amount) => `${amount} meir i linjene`,
    part: (region, lines, amount) =>
      `Linja er ein del av eit tilskot oppgitt for heile ${region}: linjene er til saman ${lines}, beløpet for regionen er ${amount}.`,
  },
  search: {
    label: 'Søk i tiltaka',
    help: 'Tittel, leiar, region eller referanse. Store og små bokstavar er det same.',
    button: 'Søk',
    all: 'Vis alle',
  },
  found: (found, all, search) => `${found} av ${all} tiltak passar til «${search}».`,
  none: { title: 'Ingen tiltak passar', body: 'Prøv med færre eller kortare ord.' },
  table: 'Tiltak',
  column: {
    reference: 'Referanse',
    title: 'Tiltak',
    lead: 'Leiar',
    region: 'Region',
    network: 'Nettverk (kr)',
    uh: 'UH (kr)',
    sum: 'Sum (kr)',
  },
  noUhLine: 'ingen',
  sumOfFound: 'Sum av det som er vist',
  sum: 'Sum',
  tiltak: {
    lead: 'Blir leidd av',
    region: 'Region',
    programme: 'Ordning',
    status: 'Status',
    units: 'Skular',
    unitCounts: (open, independent) =>
      independent === 0
        ? `${open}`
        : open === 0
          ? `${independent} frittståande`
          : `${open} offentlege og ${independent} frittståande`,
    externalRef: 'Annan referanse i kjelda',
    outsideCounty: 'Mottakaren høyrer til utanfor fylket.',
    noForum: 'Samarbeidsforum følgjer ikkje opp dette tiltaket.',
    lines: 'Tildelinga',
    receiver: 'Mottakar',
    side: 'Del',
    year: 'Budsjettår',
    amount: 'Beløp (kr)',
    printed: 'Slik det står i kjelda',
    noLine: 'inga linje i kjelda',
    unknownReceiver: 'ikkje oppgitt',
    laterYears: 'Beløp for seinare budsjettår blir gitt med atterhald om statsbudsjettet.',
    letter: 'Les tildelingsbrevet',
    corrections: 'Retta i kjelda',
    correction: { field: 'Felt', printed: 'Trykt', amount: 'Trykt beløp', corrected: 'Rett beløp', note: 'Merknad' },
    fields: { ownerGrant: 'Tilskot til skuleeigar' },
    missingAmount: 'Minst eitt beløp er ikkje oppgitt. Summen er av det som er oppgitt.',
  },
  side: { network: 'Nettverk', uh: 'UH' },
  status: {
    planned: 'Planlagt',
    'not-started': 'Ikkje starta',
    ongoing: 'Går føre seg',
    delayed: 'Forseinka',
    'partly-started': 'Delvis starta',
    completed: 'Avslutta',
    discontinued: 'Avbroten',
  },
};
