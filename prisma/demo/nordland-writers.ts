import { needId, type Into } from './nordland-need-rows';
import { CONTRIBUTOR, WRITER } from './persons';

/** Those who write together on Fauske's draft: the owner has asked a rektor to write in it. */
export function addWriters({ rows, calendar: { ago }, roundId }: Into): void {
  const behovsmeldingId = needId(roundId, 'tidlig');
  rows.contributor.push({ id: `${behovsmeldingId}-rektor`, behovsmeldingId, userId: CONTRIBUTOR.id, may: 'write', unit: CONTRIBUTOR.unit, invitedById: WRITER.id, invitedAt: ago(9, '10:15') });
}
