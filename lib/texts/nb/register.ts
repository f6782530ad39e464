/** The public register of approved tildelinger. */
export const register = {
  title: 'Register over tildelinger',
  heading: (year: number, amount: string, tiltak: number, county: string) =>
    `I ${year} ble ${amount} fordelt på ${tiltak} tiltak i ${county}.`,
  under: (programmes: string) => `Godkjente tildelinger. Ordning: ${programmes}.`,
  choose: { label: 'Fylke og år', button: 'Vis', place: (county: string, year: number) => `${county} ${year}` },
  empty: {
    title: 'Ingen tildelinger er godkjent ennå',
    body: 'Når Statsforvalteren har godkjent tildelingene i en runde, står de her: hvem som får tilskudd, til hva, og hvor mye.',
  },
  imported: {
    title: 'Tallene er hentet fra en trykt rapport',
    body: 'Beløpene står slik de er trykt. En tom celle i rapporten er «ikke oppgitt», ikke 0.',
  },
  example: {
    title: 'Eksempel',
    body: 'Denne runden er et eksempel. Fra 2026 har ordningen et annet navn, og tildelingene her er ikke virkelige.',
  },
  exampleRegion: 'navnet er et eksempel',
  shares: 'Fordelt mellom nettverk og UH',
  sharesNote: 'Nettverket er skoleeierne sammen. UH er universiteter og høgskoler.',
  regions: 'Fordelt på regioner',
  withoutRegion: 'Uten region',
  withoutAmount: (count: number) =>
    count === 1
      ? '1 tiltak mangler beløp, og er bare regnet med for det som er oppgitt.'
      : `${count} tiltak mangler beløp, og er bare regnet med for det som er oppgitt.`,
  later: (amount: string) => `Av dette gjelder ${amount} senere budsjettår, med forbehold om statsbudsjettet.`,
  frameUnknown: 'Fylkets samlede ramme er ikke kjent.',
  frame: (amount: string) => `Rammen for runden var ${amount}.`,
  notes: 'Merknader i rapporten',
  pool: {
    title: 'Beløp oppgitt for hele regionen',
    body: 'Linjene under er tildelingen. Beløpet for regionen står ved siden av, og er ikke lagt til i noen sum.',
    region: 'Region',
    receiver: 'Mottaker',
    lines: 'Linjene til sammen',
    amount: 'Oppgitt for regionen',
    difference: 'Forskjell',
    over: (amount: string) => `${amount} mer i linjene`,
    part: (region: string, lines: string, amount: string) =>
      `Linjen er en del av et tilskudd oppgitt for hele ${region}: linjene er til sammen ${lines}, beløpet for regionen er ${amount}.`,
  },
  search: {
    label: 'Søk i tiltakene',
    help: 'Tittel, leder, region eller referanse. Store og små bokstaver er det samme.',
    button: 'Søk',
    all: 'Vis alle',
  },
  found: (found: number, all: number, search: string) => `${found} av ${all} tiltak passer til «${search}».`,
  none: { title: 'Ingen tiltak passer', body: 'Prøv med færre eller kortere ord.' },
  table: 'Tiltak',
  column: {
    reference: 'Referanse',
    title: 'Tiltak',
    lead: 'Leder',
    region: 'Region',
    network: 'Nettverk (kr)',
    uh: 'UH (kr)',
    sum: 'Sum (kr)',
  },
  noUhLine: 'ingen',
  sumOfFound: 'Sum av det som vises',
  sum: 'Sum',
  tiltak: {
    lead: 'Ledes av',
    region: 'Region',
    programme: 'Ordning',
    status: 'Status',
    units: 'Skoler',
    unitCounts: (open: number, independent: number) =>
      independent === 0
        ? `${open}`
        : open === 0
          ? `${independent} frittstående`
          : `${open} offentlige og ${independent} frittstående`,
    externalRef: 'Annen referanse i kilden',
    outsideCounty: 'Mottakeren hører til utenfor fylket.',
    noForum: 'Samarbeidsforum følger ikke opp dette tiltaket.',
    lines: 'Tildelingen',
    receiver: 'Mottaker',
    side: 'Del',
    year: 'Budsjettår',
    amount: 'Beløp (kr)',
    printed: 'Slik det står i kilden',
    noLine: 'ingen linje i kilden',
    unknownReceiver: 'ikke oppgitt',
    laterYears: 'Beløp for senere budsjettår gis med forbehold om statsbudsjettet.',
    letter: 'Les tildelingsbrevet',
    corrections: 'Rettet i kilden',
    correction: { field: 'Felt', printed: 'Trykt', amount: 'Trykt beløp', corrected: 'Riktig beløp', note: 'Merknad' },
    fields: { ownerGrant: 'Tilskudd til skoleeier' } as Record<string, string>,
    missingAmount: 'Minst ett beløp er ikke oppgitt. Summen er av det som er oppgitt.',
  },
  side: { network: 'Nettverk', uh: 'UH' },
  status: {
    planned: 'Planlagt',
    'not-started': 'Ikke startet',
    ongoing: 'Pågår',
    delayed: 'Forsinket',
    'partly-started': 'Delvis startet',
    completed: 'Avsluttet',
    discontinued: 'Avbrutt',
  },
};
