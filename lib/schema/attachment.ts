import { z } from 'zod';
import { ATTACHED_TO } from '#lib/domain/attachment/attachment';
import { Id, oneOf } from './fields';

/** One file to a record: the record's id, and the file as it was sent. */
export const AttachFile = z.object({ id: Id, file: z.instanceof(File, { message: 'required' }) });
/** The file to take away. */
export const DetachFile = z.object({ id: Id });
/** The page of a record's files: which kind of record, and which. */
export const AttachTo = z.object({ til: oneOf(ATTACHED_TO), id: Id });
