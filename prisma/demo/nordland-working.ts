import { requiredEgenandel } from '#lib/domain/egenandel';
import { log, needId, type Into } from './nordland-need-rows';
import { RECOMMENDED } from './nordland-needs';
import { org } from './organisations';
import { person } from './persons';
import { NORDLAND } from './places';

interface Recommended { key: string; network: number; uh: number; reason: string }
/** What the samarbeidsforum recommends, in its order. */
const INNSTILLING: readonly Recommended[] = [
  { key: 'matematikk', network: 320_000, uh: 480_000, reason: 'God forankring i skolene. Litt under søknaden, slik at flere regioner får plass.' },
  { key: 'livsmestring', network: 200_000, uh: 300_000, reason: 'Svarer på et behov som flere kommuner i Salten har meldt.' },
  { key: 'skriving', network: 160_000, uh: 240_000, reason: 'Tydelige mål, og en partner som kjenner skolene.' },
  { key: 'skolemiljo', network: 240_000, uh: 360_000, reason: 'Kan begynne i mindre skala første år.' },
  { key: 'vurderingspraksis', network: 200_000, uh: 300_000, reason: 'Bygger på ekstern skolevurdering.' },
  { key: 'inkludering', network: 300_000, uh: 300_000, reason: 'Viktig for regionen. Forumet ber om at delingen med universitetet avklares.' },
  { key: 'praktisk', network: 150_000, uh: 225_000, reason: 'Godt eksempel på bruk av nærmiljøet.' },
];

type Line = readonly [network: number, uh: number];
interface Working { key: string; state: 'draft' | 'proposed'; outcome: 'granted' | 'partly'; perYear: readonly Line[]; reason?: string }
/** The caseworker's version: Salten and Lofoten are proposed, Vesterålen gives UH 54 % and needs 60 %, Alstahaug is not begun. */
const WORKING: readonly Working[] = [
  { key: 'matematikk', state: 'proposed', outcome: 'partly', perYear: [[200_000, 300_000], [120_000, 180_000]], reason: 'Følger innstillingen. Andre år er 50 000 kr lavere enn søknaden.' },
  { key: 'livsmestring', state: 'proposed', outcome: 'granted', perYear: [[120_000, 180_000], [80_000, 120_000]] },
  { key: 'skolemiljo', state: 'proposed', outcome: 'partly', perYear: [[140_000, 210_000], [100_000, 150_000]], reason: 'Følger innstillingen: oppstart i mindre skala.' },
  { key: 'inkludering', state: 'draft', outcome: 'partly', perYear: [[300_000, 300_000]] },
  { key: 'skriving', state: 'draft', outcome: 'granted', perYear: [[100_000, 150_000], [60_000, 90_000]] },
  { key: 'vurderingspraksis', state: 'draft', outcome: 'granted', perYear: [[200_000, 300_000]] },
];

/** Adds the delivered innstilling of a round and the caseworker's division of it, not yet finished. */
export function addWorking(into: Into): void {
  const { rows, calendar: { at, ago, day }, roundId, year } = into;
  const secretariat = person(NORDLAND, 'secretariat');
  const caseworker = person(NORDLAND, 'caseworker');
  const deliveredAt = at(`${String(year)}-03-12`, '15:10');
  const innstillingId = `${roundId}-innstilling`;
  rows.innstilling.push({ id: innstillingId, roundId, state: 'delivered', meetingOn: day(`${String(year)}-03-10`), note: 'Forumet var enig om prioriteringen.', deliveredById: secretariat.id, deliveredAt });
  INNSTILLING.forEach(({ key, network, uh, reason }, index) => {
    rows.innstillingLine.push({ innstillingId, behovsmeldingId: needId(roundId, key), priority: index + 1, network, uh, reason });
  });
  log(into, 'innstilling.deliver', roundId, deliveredAt, secretariat, { year, count: INNSTILLING.length, sum: INNSTILLING.reduce((sum, line) => sum + line.network + line.uh, 0) });
  const proposedAt = ago(1, '14:30');
  const proposed = WORKING.filter(({ state }) => state === 'proposed');
  log(into, 'round.allocate', roundId, ago(2, '10:05'), caseworker, { method: 'as-recommended', count: WORKING.length, sum: WORKING.reduce((sum, { perYear }) => sum + total(perYear), 0) });
  log(into, 'round.propose', roundId, proposedAt, caseworker, { count: proposed.length, sum: proposed.reduce((sum, { perYear }) => sum + total(perYear), 0) });
  for (const one of WORKING) addTildeling(into, one, one.state === 'proposed' ? { proposedById: caseworker.id, proposedAt } : {});
}

const total = (perYear: readonly Line[]): number => perYear.reduce((sum, [network, uh]) => sum + network + uh, 0);
const side = (perYear: readonly Line[], index: 0 | 1): number => perYear.reduce((sum, line) => sum + line[index], 0);

function addTildeling({ rows, roundId, year }: Into, { key, state, outcome, perYear, reason = '' }: Working, proposed: { proposedById?: string; proposedAt?: Date }): void {
  const need = RECOMMENDED.find((one) => one.key === key);
  if (need === undefined) throw new Error(`No need in the demo is called ${key}.`);
  const id = needId(roundId, key).replace('behov', 'tildeling');
  const grant = { owner: side(perYear, 0), uh: side(perYear, 1) };
  rows.tildeling.push({
    id, roundId, behovsmeldingId: needId(roundId, key), state, outcome, method: 'as-recommended', methodReason: 'as-recommended', reason, ...proposed,
    requiredEgenandel: requiredEgenandel(grant, { percent: 30, base: 'total-grant' }), plannedEgenandel: need.egenandel.reduce((sum, { amount }) => sum + (typeof amount === 'number' ? amount : 0), 0),
  });
  perYear.forEach(([network, uh], index) => {
    rows.tildelingLine.push(
      { tildelingId: id, side: 'network', receiverId: org(need.owner), budgetYear: year + index, amount: network },
      { tildelingId: id, side: 'uh', receiverId: org(need.uh), budgetYear: year + index, amount: uh },
    );
  });
}
