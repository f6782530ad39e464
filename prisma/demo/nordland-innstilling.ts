import { logRow, needId, type RowsInto } from './nordland-need-rows';
import { person } from './persons';
import { NORDLAND } from './places';

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
