import type {
  InnstillingHead,
  InnstillingInput,
  InnstillingLine,
  SentBehovsmelding,
} from '#lib/domain/innstilling/innstilling';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import type { InnstillingState, BehovsmeldingState } from '#lib/domain/states';
import { asOthersRead } from '#lib/db/behovsmelding/as-sent';
import { empty, sql, type Sql, type Tx } from '#lib/db/client';
import { findNotSent } from '#lib/db/behovsmelding/state';
import { lockRound, type RoundRow } from '#lib/db/round/round';

export interface ForumBehovsmelding extends SentBehovsmelding {
  number: number;
  state: BehovsmeldingState;
  ownerName: string;
  uhNames: string;
  egenandel: number | null;
}
export interface InnstillingRow extends InnstillingHead {
  id: string;
  state: InnstillingState;
  revision: number;
  deliveredAt: Date | null;
  deliveredByName: string | null;
  lines: InnstillingLine[];
}
export type ForumRound = RoundRow & { revision: number; needs: ForumBehovsmelding[]; notSent: NotSent[] };

type Sums = 'network' | 'uh' | 'egenandel';
const kroner = (sum: bigint | null): number | null => (sum === null ? null : Number(sum));

async function needs(tx: Tx, where: Sql, lock: Sql): Promise<ForumBehovsmelding[]> {
  const rows = await tx.$queryRaw<(Omit<ForumBehovsmelding, Sums> & Record<Sums, bigint | null>)[]>`
    SELECT b.id, b.number, ${asOthersRead(sql`b.title`)} AS title, b.state, b."regionId", r.name AS "regionName", o.name AS "ownerName",
      ${asOthersRead(sql`b."askedNetwork"`)} AS network, ${asOthersRead(sql`b."askedUh"`)} AS uh, ${asOthersRead(sql`b."plannedEgenandel"`)} AS egenandel,
      ${asOthersRead(sql`coalesce((SELECT string_agg(p.name, ', ' ORDER BY p.name) FROM "BehovsmeldingUh" u JOIN "Organisation" p ON p.id = u."organisationId" WHERE u."behovsmeldingId" = b.id), '')`)} AS "uhNames"
    FROM "Behovsmelding" b JOIN "Organisation" o ON o.id = b."ownerId" LEFT JOIN "Region" r ON r.id = b."regionId" WHERE ${where} ORDER BY r.name, b.number ${lock}`;
  return rows.map((row) => ({
    ...row,
    network: kroner(row.network),
    uh: kroner(row.uh),
    egenandel: kroner(row.egenandel),
  }));
}

/** The needs that are sent in a round and wait for the forum. */
export const findSentBehovsmeldinger = (tx: Tx, roundId: string): Promise<ForumBehovsmelding[]> =>
  needs(tx, sql`b."roundId" = ${roundId} AND b.state = 'submitted'`, empty);
/** The needs an innstilling speaks of, whatever has become of them since. */
export const findRecommendedBehovsmeldinger = (tx: Tx, innstillingId: string): Promise<ForumBehovsmelding[]> =>
  needs(
    tx,
    sql`b.id IN (SELECT l."behovsmeldingId" FROM "InnstillingLine" l WHERE l."innstillingId" = ${innstillingId})`,
    empty,
  );

/** How many times a round's draft has been saved; 0 before the first. */
export async function findRevision(tx: Tx, roundId: string): Promise<number> {
  return (
    (
      await tx.innstilling.findFirst({
        where: { roundId, state: 'draft' },
        select: { revision: true },
        orderBy: { version: 'desc' },
      })
    )?.revision ?? 0
  );
}

/** Locks the round and then the needs sent in it, so that none is withdrawn while the innstilling is judged. */
export async function lockForumRound(tx: Tx, id: string, now: Date): Promise<ForumRound | null> {
  const round = await lockRound(tx, id);
  return round === null
    ? null
    : {
        ...round,
        revision: await findRevision(tx, id),
        needs: await needs(tx, sql`b."roundId" = ${id} AND b.state = 'submitted'`, sql`FOR UPDATE OF b`),
        notSent: await findNotSent(tx, id, now),
      };
}

/** The round's newest innstilling with its lines in order of priority; null before the first save. */
export async function findInnstilling(tx: Tx, roundId: string): Promise<InnstillingRow | null> {
  const rows = await tx.$queryRaw<Omit<InnstillingRow, 'lines'>[]>`
    SELECT i.id, i.state, i.revision, i."decisionForm", i."meetingOn", i.note, i."deliveredAt", u.name AS "deliveredByName"
    FROM "Innstilling" i LEFT JOIN "User" u ON u.id = i."deliveredById" WHERE i."roundId" = ${roundId} ORDER BY i.version DESC LIMIT 1`;
  const [head] = rows;
  if (head === undefined) return null;
  const lines = await tx.$queryRaw<InnstillingLine[]>`
    SELECT l."behovsmeldingId" AS "needId", l.priority, l.network, l.uh, l.reason, l.dissent FROM "InnstillingLine" l JOIN "Behovsmelding" b ON b.id = l."behovsmeldingId"
    WHERE l."innstillingId" = ${head.id} ORDER BY l.priority NULLS LAST, b.number`;
  return { ...head, lines };
}

/** Writes the whole of the round's draft, as it is delivered; answers the innstilling's id. */
export async function writeWhole(tx: Tx, input: InnstillingInput): Promise<string> {
  const { id: roundId, meetingOn, decisionForm, note } = input;
  const head = { meetingOn, decisionForm, note };
  const draft = await tx.innstilling.findFirst({
    where: { roundId, state: 'draft' },
    select: { id: true },
    orderBy: { version: 'desc' },
  });
  const { id } =
    draft === null
      ? await tx.innstilling.create({ data: { roundId, ...head }, select: { id: true } })
      : await tx.innstilling.update({ where: { id: draft.id }, data: head, select: { id: true } });
  await tx.innstillingLine.deleteMany({ where: { innstillingId: id } });
  await tx.innstillingLine.createMany({
    data: input.lines.map(({ needId, ...line }) => ({ innstillingId: id, behovsmeldingId: needId, ...line })),
  });
  return id;
}

/** Makes the draft the forum's word: the innstilling, the round and each sent need go on together. */
export async function deliverDraft(
  tx: Tx,
  roundId: string,
  innstillingId: string,
  by: { userId: string; at: Date },
): Promise<void> {
  await tx.innstilling.update({
    where: { id: innstillingId },
    data: { state: 'delivered', deliveredById: by.userId, deliveredAt: by.at },
  });
  await tx.round.update({ where: { id: roundId }, data: { state: 'recommended', version: { increment: 1 } } });
  await tx.behovsmelding.updateMany({
    where: { roundId, state: 'submitted' },
    data: { state: 'recommended', version: { increment: 1 } },
  });
}
