import type { Refusal } from '#lib/domain/refusal';

/** What may be attached, by its ending. The same words stand in the database as a named check. */
export const ATTACHMENT_KINDS = ['pdf', 'docx', 'xlsx', 'odt', 'png', 'jpg'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** The most bytes one file may have: 10 MB as file managers count them. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** The most files one record may have at a time; removed ones do not count. */
export const MAX_ATTACHMENTS = 20;
const MAX_NAME = 120;

export const MEDIA_TYPES: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  odt: 'application/vnd.oasis.opendocument.text',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a file may belong to: a behovsmelding, or a half of a report. */
export const ATTACHED_TO = ['behovsmelding', 'rapport'] as const;
export type AttachedTo = (typeof ATTACHED_TO)[number];

/** A file of a record. `sentAt`: when it first was part of what was sent; from then on it is kept, also when it is removed. */
export interface Attachment {
  id: string;
  name: string;
  kind: AttachmentKind;
  size: number;
  sha256: string;
  addedById: string;
  addedByName: string;
  addedAt: Date;
  sentAt: Date | null;
  removedAt: Date | null;
}

/**
 * The files that went with what was sent, as it is read since `at`: without what was added after, and with what has
 * been taken away after.
 */
export const filesAsSent = <F extends Attachment>(files: readonly F[], at: Date): F[] =>
  files
    .filter(({ sentAt }) => sentAt !== null)
    .map((file) => (file.removedAt !== null && file.removedAt >= at ? { ...file, removedAt: null } : file));

/** Folders, control characters, and signs that turn or hide what follows them: none of it is part of a name. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/gu;

/** The file's own name, as text to show and to save under: never a path, never empty, at most 120 characters with its ending. */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const name = last
    .replace(HIDDEN, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  if (name === '') return 'vedlegg';
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = Array.from(name.slice(0, name.length - ending.length));
  return stem.slice(0, MAX_NAME - ending.length).join('') + ending;
}

/** The kind a name promises; null when it is none of ours. */
export function kindByName(name: string): AttachmentKind | null {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase();
  return ATTACHMENT_KINDS.find((kind) => kind === (ending === 'jpeg' ? 'jpg' : ending)) ?? null;
}

/** What can be said of a file before anybody has opened it: the browser and the server ask the same. */
export function refusedUnread({ name, size }: { name: string; size: number }): Refusal | null {
  if (size > MAX_FILE_BYTES) return { code: 'file-too-large', name, size, max: MAX_FILE_BYTES };
  if (size === 0) return { code: 'file-empty', name };
  return kindByName(name) === null ? { code: 'file-kind-unknown', name } : null;
}

/** Whether one more file may be added to those already there: not too many, and not the same file again. */
export function refusedBeside(
  file: { name: string; sha256: string | null },
  there: readonly Pick<Attachment, 'name' | 'sha256' | 'removedAt'>[],
): Refusal | null {
  const kept = there.filter(({ removedAt }) => removedAt === null);
  const same = kept.find(({ sha256 }) => sha256 === file.sha256);
  if (same !== undefined) return { code: 'file-there-already', name: file.name, as: same.name };
  return kept.length >= MAX_ATTACHMENTS ? { code: 'too-many-files', name: file.name, max: MAX_ATTACHMENTS } : null;
}
