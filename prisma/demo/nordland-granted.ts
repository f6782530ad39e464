import { logRow, needId, plannedOf, type RowsInto } from './nordland-need-rows';
import { person } from './persons';
import { NORDLAND, region } from './places';
import { requiredEgenandel } from '#lib/domain/money/egenandel';
import { type DemoBehovsmelding, GRANTED } from './nordland-needs';
import { org } from './organisations';
import type { DemoRows } from './rows';
import { addReports } from './nordland-reports';

export interface DemoRecommended {
  key: string;
  network: number;
  uh: number;
  reason: string;
}

/** Adds the delivered innstilling of a round, its lines in the order of priority. */
export function addInnstilling(
  into: RowsInto,
  meetingDay: string,
  deliveredAt: Date,
  lines: readonly DemoRecommended[],
): void {
  const {
    rows,
    calendar: { day },
    roundId,
  } = into;
  const secretariat = person(NORDLAND, 'secretariat');
  const innstillingId = `${roundId}-innstilling`;
  rows.innstilling.push({
    id: innstillingId,
    roundId,
    state: 'delivered',
    meetingOn: day(meetingDay),
    note: 'Forumet var enig om prioriteringen.',
    deliveredById: secretariat.id,
    deliveredAt,
  });
  const [network, uh] = [
    lines.reduce((sum, line) => sum + line.network, 0),
    lines.reduce((sum, line) => sum + line.uh, 0),
  ];
  logRow(into, 'innstilling.deliver', roundId, deliveredAt, secretariat, {
    lines: lines.length,
    network,
    uh,
    decisionForm: 'agreement',
  });
  lines.forEach(({ key, ...amounts }, index) => {
    const line = { priority: index + 1, ...amounts };
    rows.innstillingLine.push({ innstillingId, behovsmeldingId: needId(roundId, key), ...line });
    logRow(into, 'innstilling.deliver', needId(roundId, key), deliveredAt, secretariat, line, 'behovsmelding');
  });
}

/** Kroner to the network and to the UH in one budget year. */
export type YearLine = readonly [network: number, uh: number];

/** Both sides over the years, in kroner. */
export const sidesOf = (perYear: readonly YearLine[]): { network: number; uh: number } =>
  perYear.reduce((sum, [network, uh]) => ({ network: sum.network + network, uh: sum.uh + uh }), { network: 0, uh: 0 });

/** The sum of several needs' lines, in kroner. */
export const sumOfAll = (all: readonly { perYear: readonly YearLine[] }[]): number =>
  all.reduce((sum, { perYear }) => sum + sidesOf(perYear).network + sidesOf(perYear).uh, 0);

export const tildelingId = (roundId: string, key: string): string => needId(roundId, key).replace('behov', 'tildeling');

/** Adds the tildeling of a need with a line per receiver and year, and the egenandel that follows from it. */
export function addTildeling(
  { rows, roundId, year }: RowsInto,
  need: DemoBehovsmelding,
  perYear: readonly YearLine[],
  facts: Omit<DemoRows['tildeling'][number], 'roundId'>,
): void {
  const id = tildelingId(roundId, need.key);
  const { network, uh } = sidesOf(perYear);
  rows.tildeling.push({
    id,
    roundId,
    behovsmeldingId: needId(roundId, need.key),
    method: 'as-recommended',
    methodReason: 'as-recommended',
    ...facts,
    requiredEgenandel: requiredEgenandel({ owner: network, uh }, { percent: 30, base: 'total-grant' }),
    plannedEgenandel: plannedOf(need),
  });
  perYear.forEach(([toNetwork, toUh], index) => {
    const line = { tildelingId: id, budgetYear: year + index };
    rows.tildelingLine.push(
      { ...line, side: 'network', receiverId: org(need.owner), amount: toNetwork },
      { ...line, side: 'uh', receiverId: org(need.uh), amount: toUh },
    );
  });
}

/** Brønnøy asked for more than there was room for; the others got what they asked. */
const CUT: Readonly<Record<string, { perYear: readonly YearLine[]; reason: string }>> = {
  fellesskap: {
    perYear: [
      [160_000, 240_000],
      [120_000, 180_000],
    ],
    reason: 'Søknaden er redusert for å gi plass til flere regioner, slik forumet innstilte.',
  },
};
const REFUSED = 'Tiltaket er individuelle kurs. Ordningen gjelder utvikling der hele personalet deltar.';
const REASON = 'Godt forankret og i tråd med den langsiktige planen.';

interface Decided {
  need: DemoBehovsmelding;
  perYear: readonly YearLine[];
  reason: string;
  reference: string | null;
  number: number;
}
export interface GrantedTiltak {
  id: string;
  need: DemoBehovsmelding;
  perYear: readonly YearLine[];
}

/** Adds what was recommended, decided and sent in a round, with its tiltak and their reports. */
export function addGranted(into: RowsInto): void {
  const {
    calendar: { at },
    roundId,
    year,
  } = into;
  const [caseworker, approver] = [person(NORDLAND, 'caseworker'), person(NORDLAND, 'approver')];
  const [deliveredAt, proposedAt, approvedAt] = [
    at(`${String(year)}-03-14`, '12:00'),
    at(`${String(year)}-04-08`, '13:45'),
    at(`${String(year)}-04-22`, '09:10'),
  ];
  const decided = GRANTED.map((need, index) => decide(need, year, index + 1));
  addInnstilling(
    into,
    `${String(year)}-03-12`,
    deliveredAt,
    decided.map(({ need, perYear, reason }) => ({
      key: need.key,
      ...sidesOf(perYear),
      reason: reason === '' ? REASON : reason,
    })),
  );
  const sums = { count: decided.length, sum: sumOfAll(decided), complete: true };
  logRow(into, 'round.propose', roundId, proposedAt, caseworker, sums);
  logRow(into, 'round.approve', roundId, approvedAt, approver, sums);
  const granted: GrantedTiltak[] = [];
  for (const one of decided) {
    const { need, perYear, reason, reference } = one;
    const id = tildelingId(roundId, need.key);
    const tiltakId = reference === null ? null : addTiltak(into, one, reference);
    const outcome = tiltakId === null ? 'refused' : need.key in CUT ? 'partly' : 'granted';
    addTildeling(into, need, perYear, {
      tiltakId,
      state: 'approved',
      outcome,
      reason,
      proposedById: caseworker.id,
      proposedAt,
      approvedById: approver.id,
      approvedAt,
    });
    const facts = { title: need.title, ...sidesOf(perYear) };
    logRow(into, 'round.propose', id, proposedAt, caseworker, facts, 'tildeling');
    logRow(into, 'tildeling.approve', id, approvedAt, approver, { ...facts, outcome, reference });
    if (tiltakId !== null) granted.push({ id: tiltakId, need, perYear });
  }
  addReports(into, granted);
}

function decide(need: DemoBehovsmelding, year: number, number: number): Decided {
  if (need.state === 'declined') return { need, number, perYear: [], reason: REFUSED, reference: null };
  const asked = need.asked.map(([network, uh]): YearLine => [network ?? 0, uh ?? 0]);
  return {
    need,
    number,
    perYear: CUT[need.key]?.perYear ?? asked,
    reason: CUT[need.key]?.reason ?? '',
    reference: `NO-${String(year)}-${String(number).padStart(4, '0')}`,
  };
}

function addTiltak({ rows, roundId, year }: RowsInto, { need, number }: Decided, reference: string): string {
  const id = needId(roundId, need.key).replace('behov', 'tiltak');
  rows.tiltak.push({
    id,
    reference,
    countyId: NORDLAND,
    year,
    number,
    roundId,
    behovsmeldingId: needId(roundId, need.key),
    title: need.title,
    leadId: org(need.owner),
    leadName: need.owner,
    regionId: region(NORDLAND, need.region),
    status: 'ongoing',
    publicUnits: need.units,
    privateUnits: 0,
  });
  return id;
}
