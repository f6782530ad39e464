import { type QueryCreator, sql } from 'kysely';
import type { Attachment } from '#lib/domain/attachment/attachment';
import type { Tx } from './client';
import type { Tables } from './tables';
import { any, asMade, newId } from './values';

/** Which record a file belongs to: one of the two. */
export type BelongsTo = { behovsmeldingId: string } | { halfId: string };
/** A file as it is stored: the facts, and where its bytes are. */
export interface StoredAttachment extends Attachment {
  behovsmeldingId: string | null;
  halfId: string | null;
  key: string | null;
}

const PIECE_BYTES = 1024 * 1024;
const attachments = (tx: Tx) =>
  tx
    .selectFrom('Attachment as a')
    .leftJoin('User as u', 'u.id', 'a.addedById')
    .select(['a.id', 'a.behovsmeldingId', 'a.halfId', 'a.name', 'a.kind', 'a.size', 'a.sha256', 'a.key'])
    .select(['a.addedById', 'a.addedAt', 'a.sentAt', 'a.removedAt'])
    .select(({ fn }) => fn.coalesce('u.name', sql.lit('')).as('addedByName'))
    .orderBy('a.addedAt')
    .orderBy('a.id', asMade);

/** The files of a record in the order they came, the removed ones too. */
export const attachmentsOf = (tx: Tx, to: BelongsTo): Promise<StoredAttachment[]> =>
  'behovsmeldingId' in to
    ? attachments(tx).where('a.behovsmeldingId', '=', to.behovsmeldingId).execute()
    : attachmentsOfHalves(tx, [to.halfId]);

/** The files of several halves of a report. */
export const attachmentsOfHalves = (tx: Tx, ids: readonly string[]): Promise<StoredAttachment[]> =>
  attachments(tx).where('a.halfId', '=', any(ids)).execute();

/** One file's facts; null when there is none. */
export const findAttachment = async (tx: Tx, id: string): Promise<StoredAttachment | null> =>
  (await attachments(tx).where('a.id', '=', id).executeTakeFirst()) ?? null;

/** The bytes of a file that lies in the database, a piece at a time. */
export async function* bytesInDatabase(
  tx: Tx,
  { id, size }: Pick<Attachment, 'id' | 'size'>,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < size; from += PIECE_BYTES) {
    const row = await tx
      .selectFrom('AttachmentBytes')
      .where('attachmentId', '=', id)
      .select(({ ref }) =>
        sql<Uint8Array>`substring(${ref('bytes')} from ${from + 1}::int for ${PIECE_BYTES}::int)`.as('piece'),
      )
      .executeTakeFirst();
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
  const id = newId();
  const store = facts.key === null ? 'database' : 's3';
  const add = (db: QueryCreator<Tables>) => db.insertInto('Attachment').values({ id, store, ...to, ...facts });
  // One statement, since the database lets no file stand without its bytes, within a transaction or not.
  if (facts.key === null)
    await tx
      .with('added', add)
      .insertInto('AttachmentBytes')
      .values({ attachmentId: id, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
      .execute();
  else await add(tx).execute();
  return id;
}

/** Takes a file that was never sent away for good, and marks one that was. */
export async function removeAttachment(
  tx: Tx,
  { id, sentAt }: Pick<Attachment, 'id' | 'sentAt'>,
  by: string,
  now: Date,
): Promise<void> {
  if (sentAt === null) await tx.deleteFrom('Attachment').where('id', '=', id).execute();
  else await tx.updateTable('Attachment').set({ removedAt: now, removedById: by }).where('id', '=', id).execute();
}

/** Of these keys in the store, those no row tells of. */
export async function keysWithoutRow(tx: Tx, keys: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom(sql<{ key: string }>`unnest(${keys}::text[])`.as<'k'>(sql`k(key)`))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('Attachment as a').whereRef('a.key', '=', 'k.key').select('a.id'))))
    .select('k.key')
    .execute();
  return rows.map(({ key }) => key);
}
