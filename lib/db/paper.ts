import type { PaperNeed } from '#lib/domain/paper';
import type { Tx } from './client';

interface Registered {
  roundId: string;
  regionId: string | null;
  title: string;
  receivedOn: Date;
  by: string;
  now: Date;
}

/** Puts a need that came on paper in a round, as sent by whoever registers it. Answers its id and number. */
export async function insertPaper(
  tx: Tx,
  { owner, years, lines, egenandel }: PaperNeed,
  uhId: string | null,
  { roundId, regionId, title, receivedOn, by, now }: Registered,
): Promise<string> {
  const { id } = await tx.behovsmelding.create({
    data: {
      roundId,
      ownerId: owner.id,
      regionId,
      title,
      years,
      state: 'submitted',
      paperReceivedOn: receivedOn,
      createdById: by,
      createdAt: now,
      updatedAt: now,
      submittedById: by,
      submittedAt: now,
      lines: { create: lines },
      egenandelLines: { create: egenandel.map((line, index) => ({ ...line, position: index + 1, kind: 'penger' })) },
      ...(uhId !== null && { uh: { create: [{ organisationId: uhId, sharedAt: now, sharedById: by }] } }),
    },
    select: { id: true },
  });
  return id;
}
