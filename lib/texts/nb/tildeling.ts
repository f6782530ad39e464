import type { TildelingOutcome } from '#lib/domain/states';
import type { Method } from '#lib/domain/tildeling/methods';

interface Figures {
  readonly [name: string]: string | null;
}

/** Why an amount is what it is, one sentence for each reason; the figures come as text. */
const reasons: Record<string, (f: Figures) => string> = {
  'as-asked': (f) => `Hele beløpet det er søkt om: ${f.asked}.`,
  'in-proportion': (f) =>
    `Det er søkt om ${f.sumAsked} til sammen, og ${f.budget} kan fordeles. Alle får samme andel av det de har søkt om: ${f.asked} × ${f.budget} / ${f.sumAsked}.`,
  'in-full': (f) => `Etter prioriteringen var det ${f.left} igjen, nok til hele beløpet på ${f.asked}.`,
  'last-in-part': (f) =>
    `Etter prioriteringen var det ${f.left} igjen av rammen. Det er mindre enn de ${f.asked} det er søkt om.`,
  'last-not-at-all': (f) =>
    `Etter prioriteringen var det ${f.left} igjen av rammen, for lite til de ${f.asked} det er søkt om.`,
  'nothing-left': () => 'Rammen var brukt opp av tiltak med høyere prioritet.',
  'no-priority': () => 'Samarbeidsforumet har ikke prioritert tiltaket.',
  'region-share': (f) =>
    `Regionen får ${f.regionShare} etter nøkkelen. Tiltaket får sin andel av det regionen har søkt om: ${f.asked} av ${f.sumAsked}.`,
  'as-recommended': () => 'Beløpet følger innstillingen fra samarbeidsforumet.',
  'not-recommended': () => 'Samarbeidsforumet har ikke innstilt noe beløp.',
  capped: (f) => `Ingen får mer enn de har søkt om: ${f.asked}.`,
  floor: () => 'Beløpet er et gulv som er satt for tiltaket.',
  protected: () => 'Beløpet er låst.',
  'by-hand': (f) => (f.by ? `Beløpet er satt av ${f.by}.` : 'Beløpet er satt av en saksbehandler.'),
};
const methods: Record<Method, string> = {
  'by-request': 'Etter det som er søkt om',
  'by-priority': 'Etter prioritet',
  'by-key': 'Etter fast nøkkel',
  'as-recommended': 'Som innstilt',
};

export const tildeling = {
  title: 'Tildelinger',
  intro: 'Vedtakene om tilskudd som angår deg.',
  empty: {
    title: 'Ingen tildelinger ennå',
    text: 'Her kommer tildelingene når Statsforvalteren har godkjent dem. Du får et brev for hver av dem.',
  },
  columns: {
    title: 'Tiltak',
    reference: 'Referanse',
    owner: 'Eier',
    round: 'Runde',
    network: 'Nettverk',
    uh: 'UH',
    sum: 'Sum',
    state: 'Status',
    outcome: 'Utfall',
    receiver: 'Mottaker',
    side: 'Del',
    year: 'Budsjettår',
    amount: 'Beløp',
  },
  count: (shown: string, all: number) => `Viser ${shown} av ${all}`,
  previous: 'Forrige side',
  next: 'Neste side',
  under: (owner: string, round: string) => `${owner} · ${round}`,
  lines: 'Beløp per mottaker og år',
  noLines: 'Tildelingen har ingen beløp.',
  amounts: 'Beløpene',
  asked: 'Søkt',
  recommended: 'Innstilt',
  given: 'Tildelt',
  egenandelRequired: 'Krevd egenandel',
  egenandelPlanned: 'Planlagt egenandel',
  reason: 'Begrunnelse',
  noReason: 'Ingen begrunnelse er skrevet.',
  methods,
  reasons,
  readLetter: 'Les brevet',
  seeLetter: 'Se brevet slik det blir',
  toWorkbench: 'Til arbeidsbenken',
  returned: 'Returnert av beslutter',
  approve: 'Godkjenn tildelingen',
  approveTitle: 'Godkjenne tildelingen?',
  approveText: (amount: string, title: string) =>
    `Du godkjenner ${amount} til «${title}». Vedtaket kan ikke endres etterpå.`,
  return: 'Returner til saksbehandler',
  comment: 'Hva må endres?',
  ownProposal: 'Du har selv foreslått denne tildelingen. En annen må godkjenne den.',
  approvedNow: 'Tildelingen er godkjent. Brevet er klart, og rapporten for året er åpnet.',
  returnedNow: 'Tildelingen er returnert. Saksbehandleren ser kommentaren din på arbeidsbenken.',
  printed: 'som trykt',
  history: {
    'round.allocate': (who: string, amount: string) => `${who} satte beløpet til ${amount}.`,
    'round.propose': (who: string, amount: string) => `${who} foreslo ${amount}.`,
    'tildeling.approve': (who: string, amount: string) => `${who} godkjente tildelingen på ${amount}.`,
    'tildeling.return': (who: string, _amount: string, comment: string) =>
      `${who} returnerte tildelingen: «${comment}»`,
    other: (who: string) => `${who} endret tildelingen.`,
  },
};

/** The page where the approver decides on what is proposed. */
export const approval = {
  title: 'Godkjenning',
  proposedBy: (names: string) => `Foreslått av ${names}.`,
  empty: { title: 'Ingenting å godkjenne', text: 'Her kommer tildelingene når en saksbehandler har foreslått dem.' },
  list: 'Foreslåtte tildelinger',
  columns: {
    title: 'Tiltak',
    asked: 'Søkt',
    recommended: 'Innstilt',
    network: 'Nettverk',
    uh: 'UH',
    sum: 'Sum',
    outcome: 'Utfall',
    letter: 'Brev',
    amount: 'Beløp',
    share: 'UH-andel',
    region: 'Region',
    receiver: 'Mottaker',
    choose: 'Velg',
  },
  deviations: 'Avvik fra innstillingen og det som er søkt om',
  noDeviations: 'Alle får det som er innstilt og søkt om.',
  deviating: (n: number, all: number) =>
    `${n === 0 ? 'Ingen' : n} av de ${all} foreslåtte tiltakene avviker. Her står de som er med i tabellen over.`,
  noDeviationsHere: 'Ingen av tiltakene i tabellen over avviker.',
  decidesAll: (all: number, from: number, to: number) =>
    `Du avgjør alle de ${all} foreslåtte tiltakene på én gang. Tabellen viser bare ${from}–${to}. Se de andre delene også før du bestemmer deg.`,
  belowAsked: (amount: string) => `${amount} under det som er søkt om`,
  belowRecommended: (amount: string) => `${amount} under innstillingen`,
  aboveRecommended: (amount: string) => `${amount} over innstillingen`,
  exceptions: 'Unntak',
  noExceptions: 'Ingen dispensasjoner eller avtaler.',
  egenandelDispensation: (title: string) => `«${title}» har dispensasjon fra kravet til egenandel.`,
  regions: 'Sum per region',
  receivers: 'Sum per mottaker',
  approveAll: 'Godkjenn alle',
  approveTitle: 'Godkjenne alle tildelingene?',
  approveText: (count: number, amount: string) =>
    `Du godkjenner ${count === 1 ? 'én tildeling' : `${count} tildelinger`} på til sammen ${amount}. Vedtakene kan ikke endres etterpå.`,
  toLetters: 'Se tildelingene og brevene',
  approved: 'Tildelingene er godkjent. Brevene er klare, og rapportene er åpnet.',
  returned: 'Tildelingene er returnert til saksbehandler.',
  return: 'Returner alle',
  returnTitle: 'Returner til saksbehandler',
  returnHelp: 'Alle forslag går tilbake med kommentaren. Vil du returnere bare ett, åpner du tildelingen.',
  comment: 'Hva må endres?',
  ownProposal: 'Du har selv foreslått dette. En annen enn deg må godkjenne det.',
  notApprover: 'Bare en beslutter i fylket kan godkjenne.',
  notNow: 'Runden kan ikke godkjennes nå.',
  stops: 'Dette stopper godkjenningen',
  open: (title: string) => `Åpne ${title}`,
};

/** The workbench where the caseworker divides the money of a round. */
export const workbench = {
  title: 'Arbeidsbenken',
  budget: 'Ramme',
  reserve: 'Reserve',
  used: 'Fordelt',
  left: 'Igjen',
  overBudget: (amount: string) => `${amount} over rammen`,
  picture: 'Rammen fordelt på regioner',
  noRegion: 'Uten region',
  columns: {
    title: 'Tiltak',
    asked: 'Søkt',
    recommended: 'Innstilt',
    network: 'Nettverk',
    uh: 'UH',
    sum: 'Sum',
    egenandel: 'Egenandel',
    reason: 'Begrunnelse',
  },
  priority: (n: number) => `Prioritet ${n}`,
  networkFor: (title: string) => `Til nettverket, ${title}`,
  uhFor: (title: string) => `Til UH, ${title}`,
  reasonFor: (title: string) => `Begrunnelse for ${title}`,
  regionSum: (name: string) => `Sum ${name}`,
  egenandel: {
    met: (required: string) => `${required} kreves, holder`,
    short: (missing: string) => `${missing} mangler`,
    unknown: 'kan ikke regnes ut',
    'not-applicable': 'kreves ikke',
    dispensed: 'dispensasjon',
  },
  egenandelFormula: (percent: number, grant: string, required: string) => `${percent}\u00a0% av ${grant} = ${required}`,
  split: {
    title: (network: number, uh: number) => `Nettverk ${network} / UH ${uh}`,
    met: (share: string) => `UH har ${share}. Nøkkelen holder.`,
    'uh-short': (share: string, missing: string) => `UH har ${share}. Det mangler ${missing}.`,
    'uh-raised': (share: string) => `UH har ${share}, mer enn nøkkelen.`,
    unknown: 'Fordelingen kan ikke regnes ut.',
    dispensation: 'Dispensasjon er gitt.',
    agreement: 'Avtale er registrert.',
    formula: (sum: string, uh: number, share: string) => `${uh}\u00a0% av ${sum} = minst ${share} til UH`,
  },
  stops: (n: number) => (n === 1 ? 'Én ting stopper forslaget' : `${n} ting stopper forslaget`),
  nothingStops: 'Ingenting stopper forslaget.',
  save: 'Lagre arbeidsversjonen',
  savePropose: 'Lagre og foreslå alle',
  proposeTitle: 'Foreslå tildelingene?',
  proposeText:
    'Beløpene lagres og sendes til beslutter. Du kan ikke endre dem etterpå, hvis ikke beslutter returnerer dem.',
  savedNotProposed: 'Beløpene er lagret som arbeidsversjon. Ingenting er foreslått ennå.',
  saved: 'Arbeidsversjonen er lagret. Bare du og de andre hos Statsforvalteren ser den.',
  proposed: 'Forslaget er sendt til beslutter. En annen enn deg må godkjenne det.',
  asked: 'Søknaden om dispensasjon er sendt til beslutter.',
  agreed: 'Avtalen er registrert.',
  notNow: 'Runden kan ikke fordeles nå. Det kan den når innstillingen er levert og til alt er foreslått.',
  conflict: 'Noen andre har endret dette i mellomtiden. Last siden på nytt før du prøver igjen.',
  locked: 'Foreslått eller godkjent, kan ikke endres her',
  returned: (comment: string) => `Returnert: ${comment}`,
  empty: {
    title: 'Ingen behov er innstilt',
    text: 'Her kommer behovene når samarbeidsforumet har levert innstillingen.',
  },
  suggest: {
    title: 'Foreslå en fordeling',
    help: 'Portalen regner ut beløp du kan endre. Ingenting lagres før du lagrer.',
    method: 'Metode',
    last: 'Det siste tiltaket det ikke er nok til',
    partly: 'får det som er igjen',
    notAtAll: 'får ingenting',
    weights: 'Nøkkel: vekt for hver region',
    weightsHelp: 'Vektene gjelder for fast nøkkel. Står det ingenting, brukes det hver region fikk i forrige runde.',
    fill: 'Regn ut forslag',
    filled: (method: string) => `Skjemaet er fylt ut: ${method}. Se over beløpene, og lagre.`,
    undo: 'Gå tilbake til det som er lagret',
    problem: {
      'missing-weight': 'Skriv en vekt for hver region. Disse mangler:',
      'recommended-over-budget':
        'Innstillingen er større enn rammen. Velg en annen metode, eller skriv beløpene selv. Det gjelder:',
      other: 'Forslaget kan ikke regnes ut. Det gjelder:',
    },
  },
  exceptions: {
    title: 'Unntak fra nøkkelen',
    round: 'Hele runden',
    ask: 'Søk dispensasjon',
    askFor: (where: string) => `Søk dispensasjon for ${where}`,
    askHelp: 'Beslutter avgjør. Skriv hvorfor UH skal ha mindre enn nøkkelen.',
    reason: 'Hvorfor?',
    send: 'Send til beslutter',
    waiting: (where: string) => `Det er søkt om dispensasjon for ${where}. Beslutter har ikke svart.`,
    granted: (where: string, reason: string) => `Dispensasjon for ${where}: ${reason}`,
    refused: (where: string, reason: string) => `Ikke gitt dispensasjon for ${where}: ${reason}`,
    agreement: (where: string, parties: string, percent: number, when: string) =>
      `Avtale for ${where}: ${parties}, UH får inntil ${percent}\u00a0%, avtalt ${when}`,
    register: 'Registrer avtale',
    registerFor: (where: string) => `Registrer avtale for ${where}`,
    parties: 'Hvem er enige?',
    percent: 'UH får inntil (prosent)',
    agreedOn: 'Avtalt dato',
    see: 'Se søknaden',
  },
  parts: {
    stops: (n: number, part: number) => (n === 1 ? `Én ting i del ${part}` : `${n} ting i del ${part}`),
    kept: (n: number) =>
      n === 1
        ? 'Du har endret ett tiltak i en annen del. Det lagres sammen med det du ser her.'
        : `Du har endret ${n} tiltak i andre deler. De lagres sammen med det du ser her.`,
  },
  part: {
    title: 'Foreslå bare noen',
    help: 'Gjelder det som er lagret.',
    send: 'Foreslå de valgte',
    choose: 'Tildelinger',
  },
};

export const dispensation = {
  title: 'Dispensasjon',
  listTitle: 'Dispensasjoner',
  askTitle: 'Be om dispensasjon fra egenandelen',
  askText: 'Statsforvalteren ser tittelen, skoleeieren, beløpene og begrunnelsen, og ikke noe annet av kladden.',
  ask: 'Send søknaden om dispensasjon',
  reason: 'Hvorfor trenger dere dispensasjon?',
  rule: { egenandel: 'Dispensasjon fra egenandelen', split: 'Dispensasjon fra fordelingen mellom nettverk og UH' },
  state: { asked: 'Venter på svar', granted: 'Innvilget', refused: 'Avslått' },
  under: (owner: string, round: string) => `${owner} · ${round}`,
  askedBy: (name: string, when: string) => `${name} søkte ${when}`,
  decidedBy: (name: string, when: string) => `${name} svarte ${when}`,
  somebody: 'Noen',
  reasonGiven: 'Begrunnelsen i søknaden',
  answerGiven: 'Svaret',
  sums: 'Beløpene',
  network: 'Til nettverket',
  uh: 'Til UH',
  asked: 'Søkt i alt',
  required: 'Egenandel som kreves',
  planned: 'Egenandel som er planlagt',
  missing: 'Egenandel som mangler',
  answerTitle: 'Svar på søknaden',
  answer: 'Svaret ditt',
  grant: 'Innvilg',
  refuse: 'Avslå',
  answerReason: 'Begrunnelse',
  decide: 'Lagre svaret',
  notYours: 'Du har selv søkt om denne, så en annen må svare.',
  notYourRole: 'Statsforvalteren svarer på søknaden.',
  approverOnly: 'Beslutteren hos Statsforvalteren svarer på denne søknaden.',
  done: 'Svaret er lagret.',
  empty: 'Ingen har søkt om dispensasjon',
  emptyText: 'Søknader om å slippe en regel kommer hit, med begrunnelse og svar.',
  columns: { title: 'Gjelder', owner: 'Skoleeier eller region', rule: 'Regel', askedAt: 'Søkt', state: 'Status' },
  wholeRound: 'Hele runden',
  pending: 'Dere har søkt om dispensasjon. Statsforvalteren har ikke svart ennå.',
  grantedNote: (reason: string) => `Statsforvalteren har gitt dispensasjon fra egenandelen: «${reason}»`,
  refusedNote: (reason: string) => `Statsforvalteren har avslått søknaden om dispensasjon: «${reason}»`,
};

interface Appeal {
  readonly weeks: number;
  readonly right: string;
  readonly deadline: string;
  readonly access: string;
}

const heading: Record<TildelingOutcome, (title: string) => string> = {
  granted: (title) => `Tilskudd til «${title}» er innvilget`,
  partly: (title) => `Tilskudd til «${title}» er delvis innvilget`,
  refused: (title) => `Tilskudd til «${title}» er avslått`,
};

/** The letter of a tildeling: the main thing first, then conditions, reporting and the right to appeal. */
export const letter = {
  preview: 'Slik blir brevet. Det er ikke vedtatt ennå.',
  sender: 'Avsender',
  receiver: 'Mottaker',
  reference: 'Referanse',
  date: 'Dato',
  notDecided: 'ikke vedtatt',
  orgnr: (orgnr: string) => `org.nr. ${orgnr}`,
  needReference: (number: number) => `Behovsmelding ${number}`,
  heading,
  first: (from: string, amount: string, title: string, owner: string, year: number) =>
    `${from} gir ${amount} i tilskudd til tiltaket «${title}» fra ${owner} i runden for ${year}.`,
  firstRefused: (from: string, owner: string, title: string, asked: string | null) =>
    asked === null
      ? `${from} gir ikke tilskudd til «${title}» fra ${owner}.`
      : `${from} gir ikke tilskudd til «${title}» fra ${owner}. Dere søkte om ${asked}.`,
  tableCaption: 'Slik er tilskuddet fordelt',
  columns: { receiver: 'Mottaker', side: 'Del', year: 'Budsjettår', amount: 'Beløp' },
  partly: (asked: string, cut: string) => `Dere søkte om ${asked}. Tilskuddet er ${cut} lavere.`,
  laterYears: (year: number) =>
    `Beløp for årene etter ${year} gis med forbehold om at Stortinget bevilger penger til ordningen i statsbudsjettet for hvert år.`,
  reasonHeading: 'Hvorfor vi har bestemt dette',
  asRecommended: 'Tilskuddet følger innstillingen fra samarbeidsforumet.',
  legalBasis: (basis: string) => `Vedtaket bygger på ${basis.replace(/\.$/, '')}.`,
  conditionsHeading: 'Vilkår',
  conditions: [
    'Bruk pengene til tiltaket slik det er beskrevet i behovsmeldingen. Spør oss før dere gjør større endringer.',
    'Hele personalet på enhetene skal med. Tilskuddet kan ikke brukes til videreutdanning for enkeltpersoner.',
    'Penger som ikke er brukt ved årets slutt, må dere søke om å overføre, eller betale tilbake.',
  ] as readonly string[],
  egenandel: {
    heading: 'Egenandel',
    required: (amount: string, percent: number) =>
      `Egenandelen skal være minst ${amount} (${percent}\u00a0%). Den kan helt eller delvis være lønn og frikjøp.`,
    planned: (amount: string) => `Dere har planlagt ${amount}.`,
    dispensed: 'Dere har fått dispensasjon fra kravet til egenandel.',
    source: (source: string) => `Kilde: ${source}`,
  },
  reportingHeading: 'Rapport',
  reporting: (year: number, due: string) => `Rapporter for ${year} innen ${due} kl. 23.59.`,
  reportingHalves: 'Skoleeier og hver UH-partner sender hver sin del i portalen.',
  appealHeading: 'Du kan klage på vedtaket',
  appeal: (law: Appeal, to: string): readonly string[] => [
    `Du kan klage på vedtaket, se forvaltningsloven ${law.right}. Fristen er ${law.weeks === 3 ? 'tre' : law.weeks} uker fra du fikk brevet, se ${law.deadline}. Send klagen til ${to}, og skriv hva du vil ha endret og hvorfor.`,
    `Du har rett til å se dokumentene i saken, se forvaltningsloven ${law.access}. Kontakt oss hvis du vil det, eller trenger hjelp til å klage.`,
  ],
  greeting: 'Med hilsen',
  approver: 'har godkjent vedtaket',
  caseworker: 'saksbehandler',
  electronic: 'Brevet er godkjent elektronisk og har derfor ingen underskrift.',
};
