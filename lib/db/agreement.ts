import { randomUUID } from 'node:crypto';
import type { Place } from '#lib/domain/tildeling-split';
import type { Tx } from './client';

/** Stores that the caseworker asks for an exception from the key. */
export async function saveSplitAsked(
  tx: Tx,
  roundId: string,
  asked: Place & { reason: string },
  by: { userId: string; now: Date },
): Promise<string> {
  const id = randomUUID();
  await tx.$executeRaw`INSERT INTO "Dispensation" (id, rule, "roundId", "behovsmeldingId", "regionId", reason, "askedById", "askedAt")
    VALUES (${id}, 'split', ${roundId}, ${asked.behovsmeldingId}, ${asked.regionId}, ${asked.reason}, ${by.userId}, ${by.now})`;
  return id;
}

/** Stores an agreement that the UH gets a larger share. */
export async function saveAgreement(
  tx: Tx,
  roundId: string,
  agreed: Place & { parties: string; uhPercent: number; agreedOn: Date },
  by: { userId: string; now: Date },
): Promise<string> {
  const id = randomUUID();
  await tx.$executeRaw`INSERT INTO "SplitAgreement" (id, "roundId", "regionId", "behovsmeldingId", parties, "uhPercent", "agreedOn", "registeredById", "registeredAt")
    VALUES (${id}, ${roundId}, ${agreed.regionId}, ${agreed.behovsmeldingId}, ${agreed.parties}, ${agreed.uhPercent}, ${agreed.agreedOn.toISOString().slice(0, 10)}::date, ${by.userId}, ${by.now})`;
  return id;
}
