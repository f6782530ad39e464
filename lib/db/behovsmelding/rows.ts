import { join, sql, type Sql, type Tx } from '#lib/db/client';
import type { EgenandelLine } from '#lib/domain/behovsmelding/behovsmelding';
import type { PaperBehovsmelding } from '#lib/domain/behovsmelding/paper';
import type { BehovsmeldingDraft } from '#lib/domain/behovsmelding/write';
import type { Side } from '#lib/domain/states';

const list = (columns: Sql, from: Sql): Sql => sql`(SELECT coalesce(json_agg(${columns}), '[]'::json) FROM ${from})`;

/** The rows of a draft: its cells, egenandel lines partners and the other owners it is for. */
export type DraftRows = Pick<BehovsmeldingDraft, 'lines' | 'egenandelLines' | 'uh' | 'parties'>;
export const NO_ROWS: DraftRows = { lines: [], egenandelLines: [], uh: [], parties: [] };

/** All rows of a draft in one statement. */
export async function findRows(tx: Tx, id: string): Promise<DraftRows> {
  const [rows] = await tx.$queryRaw<DraftRows[]>`SELECT
    ${list(sql`json_build_object('side', l.side, 'receiverId', l."receiverId", 'budgetYear', l."budgetYear", 'amount', l.amount, 'coordinator', l.coordinator)`, sql`"BehovsmeldingLine" l WHERE l."behovsmeldingId" = ${id}`)} AS lines,
    ${list(
      sql`json_build_object('id', e.id, 'budgetYear', e."budgetYear", 'kind', e.kind, 'note', e.note, 'hours', e.hours, 'rate', e.rate, 'amount', e.amount) ORDER BY e.position, e.id`,
      sql`"EgenandelLine" e WHERE e."behovsmeldingId" = ${id}`,
    )} AS "egenandelLines",
    ${list(
      sql`json_build_object('organisationId', u."organisationId", 'contact', u.contact, 'sharedAt', u."sharedAt", 'confirmedAt', u."confirmedAt", 'declinedAt', u."declinedAt", 'filledAt', u."filledAt", 'plan', u.plan,
      'subPartners', ${list(sql`s.id`, sql`"BehovsmeldingSubPartner" s WHERE s."behovsmeldingId" = u."behovsmeldingId" AND s."throughId" = u."organisationId"`)})`,
      sql`"BehovsmeldingUh" u WHERE u."behovsmeldingId" = ${id}`,
    )} AS uh,
    ${list(sql`json_build_object('organisationId', p."organisationId")`, sql`"BehovsmeldingParty" p WHERE p."behovsmeldingId" = ${id}`)} AS parties`;
  return rows ?? NO_ROWS;
}

/** Writes these cells of the budget. */
export async function saveCells(
  tx: Tx,
  needId: string,
  cells: readonly {
    side: Side;
    receiverId: string;
    budgetYear: number;
    amount: number | null;
    coordinator: number | null;
  }[],
): Promise<void> {
  if (cells.length === 0) return;
  await tx.$executeRaw`INSERT INTO "BehovsmeldingLine" (id, "behovsmeldingId", side, "receiverId", "budgetYear", amount, coordinator)
    VALUES ${join(cells.map(({ side, receiverId, budgetYear, amount, coordinator }) => sql`(gen_random_uuid(), ${needId}, ${side}, ${receiverId}, ${budgetYear}::int, ${amount}::int, ${coordinator}::int)`))}
    ON CONFLICT ("behovsmeldingId", side, "receiverId", "budgetYear") DO UPDATE SET amount = excluded.amount, coordinator = excluded.coordinator`;
}

/** Writes a line of the egenandel, the new ones last; a line that is no more is taken away. */
export async function saveLine(tx: Tx, needId: string, id: string, line: EgenandelLine | undefined): Promise<void> {
  if (line === undefined) {
    await tx.$executeRaw`DELETE FROM "EgenandelLine" WHERE id = ${id} AND "behovsmeldingId" = ${needId}`;
    return;
  }
  const { budgetYear, kind, note, hours, rate, amount } = line;
  await tx.$executeRaw`INSERT INTO "EgenandelLine" AS e (id, "behovsmeldingId", position, "budgetYear", kind, note, hours, rate, amount)
    SELECT ${id}, ${needId}, coalesce(max(position) + 1, 0), ${budgetYear}::int, ${kind}, ${note}, ${hours}::int, ${rate}::int, ${amount}::int FROM "EgenandelLine" WHERE "behovsmeldingId" = ${needId}
    ON CONFLICT (id) DO UPDATE SET "budgetYear" = excluded."budgetYear", kind = excluded.kind, note = excluded.note, hours = excluded.hours, rate = excluded.rate, amount = excluded.amount
      WHERE e."behovsmeldingId" = excluded."behovsmeldingId"`;
}

/** Writes a partner, or takes it away. What a UH has confirmed of its contact is its own. */
export async function savePartner(
  tx: Tx,
  needId: string,
  organisationId: string,
  partner: { contact: string } | undefined,
): Promise<void> {
  if (partner === undefined)
    await tx.$executeRaw`DELETE FROM "BehovsmeldingUh" WHERE "behovsmeldingId" = ${needId} AND "organisationId" = ${organisationId}`;
  else {
    await tx.$executeRaw`INSERT INTO "BehovsmeldingUh" ("behovsmeldingId", "organisationId", contact) VALUES (${needId}, ${organisationId}, ${partner.contact})
      ON CONFLICT ("behovsmeldingId", "organisationId") DO UPDATE SET contact = excluded.contact WHERE "BehovsmeldingUh"."confirmedAt" IS NULL`;
  }
}

/** Writes for which other owners it is. */
export async function saveParties(tx: Tx, needId: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "BehovsmeldingParty" WHERE "behovsmeldingId" = ${needId} AND "organisationId" <> ALL (${[...ids]}::text[])`;
  await tx.$executeRaw`INSERT INTO "BehovsmeldingParty" ("behovsmeldingId", "organisationId") SELECT ${needId}, id FROM unnest(${[...ids]}::text[]) id ON CONFLICT DO NOTHING`;
}

/** Takes away the cells that a need no longer asks for. A draft keeps them, so that they are there again with the year or the partner. */
export async function pruneCells(tx: Tx, needId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "BehovsmeldingLine" l USING "Behovsmelding" n, "Round" r WHERE l."behovsmeldingId" = ${needId} AND n.id = ${needId} AND r.id = n."roundId"
    AND (l."budgetYear" < r.year OR l."budgetYear" >= r.year + n.years OR (l.side = 'network' AND l."receiverId" <> n."ownerId")
      OR (l.side = 'uh' AND NOT EXISTS (SELECT 1 FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id AND u."organisationId" = l."receiverId")))`;
}

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
  { owner, years, lines, egenandel }: PaperBehovsmelding,
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
