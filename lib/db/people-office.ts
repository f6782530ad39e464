import type { HeldRole } from '#lib/domain/people';
import { sql, type Tx } from './client';
import { findHeldIn } from './people';

export interface OfficeSubject {
  countyId: string;
  kind: 'region' | 'forum';
  placeId: string;
  place: string;
  held: HeldRole[];
}

/** The region or forum an office is in, held while it is given; null when it is not of the county. */
export async function lockOffice(
  tx: Tx,
  { countyId, role, placeId }: { countyId: string; role: 'coordinator' | 'secretariat'; placeId: string },
  now: Date,
): Promise<OfficeSubject | null> {
  const kind = role === 'coordinator' ? 'region' : 'forum';
  const from = kind === 'region' ? sql`"Region"` : sql`"Samarbeidsforum"`;
  const [row] = await tx.$queryRaw<
    { name: string }[]
  >`SELECT name FROM ${from} p WHERE p.id = ${placeId} AND p."countyId" = ${countyId} FOR NO KEY UPDATE`;
  return row === undefined
    ? null
    : {
        countyId,
        kind,
        placeId,
        place: row.name,
        held: await findHeldIn(tx, kind === 'region' ? { regionId: placeId } : { forumId: placeId }, now),
      };
}
