import type { Attachment } from '#lib/domain/attachment/attachment';
import { sql, type Sql, type Tx } from './client';

/** Which record a file belongs to: one of the two. */
export type BelongsTo = { behovsmeldingId: string } | { halfId: string };
/** A file as it is stored: the facts, and where its bytes are. */
export interface StoredAttachment extends Attachment {
  behovsmeldingId: string | null;
  halfId: string | null;
  key: string | null;
}

const PIECE_BYTES = 1024 * 1024;
const at = (to: BelongsTo): Sql =>
  'behovsmeldingId' in to ? sql`a."behovsmeldingId" = ${to.behovsmeldingId}` : sql`a."halfId" = ${to.halfId}`;
const find = (tx: Tx, where: Sql): Promise<StoredAttachment[]> => tx.$queryRaw<StoredAttachment[]>`
  SELECT a.id, a."behovsmeldingId", a."halfId", a.name, a.kind, a.size, a.sha256, a.key, a."addedById", coalesce(u.name, '') AS "addedByName", a."addedAt", a."sentAt", a."removedAt"
  FROM "Attachment" a LEFT JOIN "User" u ON u.id = a."addedById" WHERE ${where} ORDER BY a."addedAt", a.id`;

/** The files of a record in the order they came, the removed ones too. */
export const attachmentsOf = (tx: Tx, to: BelongsTo): Promise<StoredAttachment[]> => find(tx, at(to));

/** The files of several halves of a report. */
export const attachmentsOfHalves = (tx: Tx, ids: readonly string[]): Promise<StoredAttachment[]> =>
  find(tx, sql`a."halfId" = ANY(${[...ids]}::text[])`);

/** One file's facts; null when there is none. */
export async function findAttachment(tx: Tx, id: string): Promise<StoredAttachment | null> {
  const [found] = await find(tx, sql`a.id = ${id}`);
  return found ?? null;
}

/** The bytes of a file that lies in the database, a piece at a time. */
export async function* bytesInDatabase(
  tx: Tx,
  { id, size }: Pick<Attachment, 'id' | 'size'>,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < size; from += PIECE_BYTES) {
    const [row] = await tx.$queryRaw<
      { piece: Uint8Array }[]
    >`SELECT substring(bytes FROM ${from + 1}::int FOR ${PIECE_BYTES}::int) AS piece FROM "AttachmentBytes" WHERE "attachmentId" = ${id}`;
    if (row === undefined) throw new Error(`Attachment without its bytes: ${id}`);
    yield row.piece;
  }
}

type NewAttachment = Pick<StoredAttachment, 'name' | 'kind' | 'size' | 'sha256' | 'key' | 'addedById' | 'addedAt'> & {
  bytes: Uint8Array<ArrayBuffer>;
  sentAt?: Date;
};

/** Adds a file to a record; its bytes go with it unless they are in the store already. */
export async function addAttachment(tx: Tx, to: BelongsTo, { bytes, ...facts }: NewAttachment): Promise<string> {
  const inStore = facts.key !== null;
  const data = {
    ...facts,
    ...to,
    store: inStore ? 's3' : 'database',
    ...(!inStore && { bytes: { create: { bytes } } }),
  };
  const { id } = await tx.attachment.create({ data, select: { id: true } });
  return id;
}

/** Takes a file that was never sent away for good, and marks one that was. */
export async function removeAttachment(
  tx: Tx,
  { id, sentAt }: Pick<Attachment, 'id' | 'sentAt'>,
  by: string,
  now: Date,
): Promise<void> {
  if (sentAt === null) await tx.attachment.delete({ where: { id } });
  else await tx.attachment.update({ where: { id }, data: { removedAt: now, removedById: by } });
}

/** Of these keys in the store, those no row tells of. */
export async function keysWithoutRow(tx: Tx, keys: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<
    { key: string }[]
  >`SELECT k.key FROM unnest(${[...keys]}::text[]) AS k(key) WHERE NOT EXISTS (SELECT 1 FROM "Attachment" a WHERE a.key = k.key)`;
  return rows.map(({ key }) => key);
}
