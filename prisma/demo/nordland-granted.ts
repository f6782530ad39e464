import { requiredEgenandel } from '#lib/domain/egenandel';
import { log, needId, type Into } from './nordland-need-rows';
import { GRANTED, type DemoNeed } from './nordland-needs';
import { addReports } from './nordland-reports';
import { org } from './organisations';
import { person } from './persons';
import { NORDLAND, region } from './places';

type Line = readonly [network: number, uh: number];
/** Brønnøy asked for more than there was room for; the others got what they asked. */
const CUT: Readonly<Record<string, { perYear: readonly Line[]; reason: string }>> = {
  fellesskap: { perYear: [[160_000, 240_000], [120_000, 180_000]], reason: 'Søknaden er redusert for å gi plass til flere regioner, slik forumet innstilte.' },
};
const REFUSED = 'Tiltaket er individuelle kurs. Ordningen gjelder utvikling der hele personalet deltar.';

export interface GrantedTiltak { id: string; need: DemoNeed; perYear: readonly Line[] }

/** Adds what was recommended, decided and sent in a round, with its tiltak and their reports. */
export function addGranted(into: Into): void {
  const { rows, calendar: { at, day }, roundId, year } = into;
  const [secretariat, caseworker, approver] = [person(NORDLAND, 'secretariat'), person(NORDLAND, 'caseworker'), person(NORDLAND, 'approver')];
  const innstillingId = `${roundId}-innstilling`;
  const on = (monthDay: string, clock: string): Date => at(`${String(year)}-${monthDay}`, clock);
  rows.innstilling.push({ id: innstillingId, roundId, state: 'delivered', meetingOn: day(`${String(year)}-03-12`), deliveredById: secretariat.id, deliveredAt: on('03-14', '12:00') });
  const decided = GRANTED.map((need) => ({ need, id: needId(roundId, need.key), perYear: linesOf(need) }));
  decided.forEach(({ need, id, perYear }, index) => {
    const refused = need.state === 'declined';
    rows.innstillingLine.push({ innstillingId, behovsmeldingId: id, priority: index + 1, network: side(perYear, 0), uh: side(perYear, 1), reason: refused ? REFUSED : (CUT[need.key]?.reason ?? 'Godt forankret og i tråd med den langsiktige planen.') });
  });
  const sum = decided.reduce((all, { perYear }) => all + side(perYear, 0) + side(perYear, 1), 0);
  log(into, 'innstilling.deliver', roundId, on('03-14', '12:00'), secretariat, { year, count: decided.length, sum });
  log(into, 'round.propose', roundId, on('04-08', '13:45'), caseworker, { count: decided.length, sum });
  log(into, 'round.approve', roundId, on('04-22', '09:10'), approver, { count: decided.length, sum });
  const granted = decided.flatMap(({ need, id, perYear }, index): GrantedTiltak[] => {
    const tildelingId = id.replace('behov', 'tildeling');
    const refused = need.state === 'declined';
    const tiltakId = refused ? null : id.replace('behov', 'tiltak');
    if (tiltakId !== null) {
      rows.tiltak.push({
        id: tiltakId, reference: `NO-${String(year)}-${String(index + 1).padStart(4, '0')}`, countyId: NORDLAND, year, number: index + 1, roundId, behovsmeldingId: id, title: need.title,
        leadId: org(need.owner), leadName: need.owner, regionId: region(NORDLAND, need.region), status: 'ongoing', publicUnits: need.units, privateUnits: 0,
      });
    }
    addTildeling(into, need, { tildelingId, tiltakId, needId: id, perYear, reason: refused ? REFUSED : (CUT[need.key]?.reason ?? '') });
    log(into, 'tildeling.approve', tildelingId, on('04-22', '09:10'), approver, { title: need.title, sum: side(perYear, 0) + side(perYear, 1), ...(tiltakId !== null && { reference: `NO-${String(year)}-${String(index + 1).padStart(4, '0')}` }) });
    return tiltakId === null ? [] : [{ id: tiltakId, need, perYear }];
  });
  addReports(into, granted);
}

const side = (perYear: readonly Line[], index: 0 | 1): number => perYear.reduce((sum, line) => sum + line[index], 0);

function linesOf({ key, state, asked }: DemoNeed): readonly Line[] {
  if (state === 'declined') return [];
  return CUT[key]?.perYear ?? asked.map(([network, uh]): Line => [network ?? 0, uh ?? 0]);
}

interface Decided { tildelingId: string; tiltakId: string | null; needId: string; perYear: readonly Line[]; reason: string }

function addTildeling({ rows, roundId, year, calendar: { at } }: Into, need: DemoNeed, { tildelingId, tiltakId, needId: id, perYear, reason }: Decided): void {
  const outcome = tiltakId === null ? 'refused' : need.key in CUT ? 'partly' : 'granted';
  rows.tildeling.push({
    id: tildelingId, roundId, behovsmeldingId: id, tiltakId, state: 'sent', outcome, method: 'as-recommended', methodReason: 'as-recommended', reason,
    requiredEgenandel: requiredEgenandel({ owner: side(perYear, 0), uh: side(perYear, 1) }, { percent: 30, base: 'total-grant' }),
    plannedEgenandel: need.egenandel.reduce((sum, { amount }) => sum + (typeof amount === 'number' ? amount : 0), 0),
    proposedById: person(NORDLAND, 'caseworker').id, proposedAt: at(`${String(year)}-04-08`, '13:45'), approvedById: person(NORDLAND, 'approver').id, approvedAt: at(`${String(year)}-04-22`, '09:10'),
  });
  perYear.forEach(([network, uh], index) => {
    rows.tildelingLine.push(
      { tildelingId, side: 'network', receiverId: org(need.owner), budgetYear: year + index, amount: network },
      { tildelingId, side: 'uh', receiverId: org(need.uh), budgetYear: year + index, amount: uh },
    );
  });
}
