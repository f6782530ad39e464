import { findNeed, findNeedAsSent } from '#lib/db/behovsmelding';
import type { Tx } from '#lib/db/client';
import type { Behovsmelding } from '#lib/domain/behovsmelding';
import { may } from '#lib/domain/may';
import type { Viewer } from './query';

/** A need as this reader reads it: as it stands for those who write or complete it, and else, while it is completed, as it was sent. */
export async function needAsReadBy(tx: Tx, id: string, { actor, now }: Viewer): Promise<Behovsmelding | null> {
  const need = await findNeed(tx, id, now);
  return need === null || may(actor, 'behovsmelding.read-draft', need)
    ? need
    : ((await findNeedAsSent(tx, id, now)) ?? need);
}
