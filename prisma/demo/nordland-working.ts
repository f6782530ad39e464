import {
  addInnstilling,
  addTildeling,
  type DemoRecommended,
  sidesOf,
  sumOfAll,
  tildelingId,
  type YearLine,
} from './nordland-granted';
import { logRow, type RowsInto } from './nordland-need-rows';
import { RECOMMENDED, type DemoBehovsmelding } from './nordland-needs';
import { person } from './persons';
import { NORDLAND } from './places';

/** What the samarbeidsforum recommends, in its order. */
const INNSTILLING: readonly DemoRecommended[] = [
  {
    key: 'matematikk',
    network: 320_000,
    uh: 480_000,
    reason: 'God forankring i skolene. Litt under søknaden, slik at flere regioner får plass.',
  },
  {
    key: 'livsmestring',
    network: 200_000,
    uh: 300_000,
    reason: 'Svarer på et behov som flere kommuner i Salten har meldt.',
  },
  { key: 'skriving', network: 160_000, uh: 240_000, reason: 'Tydelige mål, og en partner som kjenner skolene.' },
  { key: 'skolemiljo', network: 240_000, uh: 360_000, reason: 'Kan begynne i mindre skala første år.' },
  { key: 'vurderingspraksis', network: 200_000, uh: 300_000, reason: 'Bygger på ekstern skolevurdering.' },
  {
    key: 'inkludering',
    network: 300_000,
    uh: 300_000,
    reason: 'Viktig for regionen. Forumet ber om at delingen med universitetet avklares.',
  },
  { key: 'praktisk', network: 150_000, uh: 225_000, reason: 'Godt eksempel på bruk av nærmiljøet.' },
];

interface Working {
  key: string;
  state: 'draft' | 'proposed';
  outcome: 'granted' | 'partly';
  perYear: readonly YearLine[];
  reason?: string;
  byHand?: true;
}
/** The caseworker's version: Salten and Lofoten are proposed, Vesterålen gives UH 54 % and needs 60 %, Alstahaug is not begun. */
const WORKING: readonly Working[] = [
  {
    key: 'matematikk',
    state: 'proposed',
    outcome: 'partly',
    perYear: [
      [200_000, 300_000],
      [120_000, 180_000],
    ],
    reason: 'Følger innstillingen. Andre år er 50 000 kr lavere enn søknaden.',
  },
  {
    key: 'livsmestring',
    state: 'proposed',
    outcome: 'granted',
    perYear: [
      [120_000, 180_000],
      [80_000, 120_000],
    ],
  },
  {
    key: 'skolemiljo',
    state: 'proposed',
    outcome: 'partly',
    perYear: [
      [140_000, 210_000],
      [100_000, 150_000],
    ],
    reason: 'Følger innstillingen: oppstart i mindre skala.',
  },
  { key: 'inkludering', state: 'draft', outcome: 'partly', perYear: [[300_000, 300_000]], byHand: true },
  {
    key: 'skriving',
    state: 'draft',
    outcome: 'granted',
    perYear: [
      [100_000, 150_000],
      [60_000, 90_000],
    ],
  },
  { key: 'vurderingspraksis', state: 'draft', outcome: 'granted', perYear: [[200_000, 300_000]] },
];

/** Adds the delivered innstilling of a round and the caseworker's division of it, not yet finished. */
export function addWorking(into: RowsInto): void {
  const {
    calendar: { at, ago },
    roundId,
    year,
  } = into;
  const caseworker = person(NORDLAND, 'caseworker');
  const [allocatedAt, proposedAt] = [ago(2, '10:05'), ago(1, '14:30')];
  addInnstilling(into, `${String(year)}-03-10`, at(`${String(year)}-03-12`, '15:10'), INNSTILLING);
  const proposed = WORKING.filter(({ state }) => state === 'proposed');
  logRow(into, 'round.allocate', roundId, allocatedAt, caseworker, {
    count: WORKING.length,
    cleared: 0,
    used: sumOfAll(WORKING),
    reserve: 0,
  });
  logRow(into, 'round.propose', roundId, proposedAt, caseworker, {
    count: proposed.length,
    sum: sumOfAll(proposed),
    complete: false,
  });
  for (const { key, state, outcome, perYear, reason = '', byHand = false } of WORKING) {
    const need = behovsmeldingCalled(key);
    const facts = { title: need.title, ...sidesOf(perYear) };
    addTildeling(into, need, perYear, {
      state,
      outcome,
      reason,
      ...(state === 'proposed' && { proposedById: caseworker.id, proposedAt }),
      ...(byHand && { method: 'by-hand', methodReason: 'by-hand', methodFigures: { by: caseworker.name } }),
    });
    logRow(
      into,
      'round.allocate',
      tildelingId(roundId, key),
      allocatedAt,
      caseworker,
      { ...facts, method: byHand ? 'by-hand' : 'as-recommended' },
      'tildeling',
    );
    if (state === 'proposed')
      logRow(into, 'round.propose', tildelingId(roundId, key), proposedAt, caseworker, facts, 'tildeling');
  }
}

function behovsmeldingCalled(key: string): DemoBehovsmelding {
  const need = RECOMMENDED.find((one) => one.key === key);
  if (need === undefined) throw new Error(`No need in the demo is called ${key}.`);
  return need;
}
