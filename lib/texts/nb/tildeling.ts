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
