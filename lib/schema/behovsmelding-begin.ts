import { z } from 'zod';
import { PARTS } from '#lib/domain/behovsmelding-begin';
import { CreateNeed } from './behovsmelding';
import { Id, oneOf } from './fields';

const idOrNone = z
  .preprocess((value) => value ?? '', z.union([Id, z.literal('')], 'malformed'))
  .transform((id) => (id === '' ? null : id));
const parts = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z.array(oneOf(PARTS), 'malformed').max(PARTS.length, 'too-long'),
);

/** A new need: for which owner, in which round, what it takes from an earlier one, and which granted tiltak it asks to change. */
export const BeginNeed = CreateNeed.extend({
  fromId: idOrNone,
  fromTiltakId: idOrNone,
  changeTiltakId: idOrNone,
  take: parts,
});

/** What the page for a new need may begin from. What an address does not spell right is left out. */
export const NewNeedFor = z.object({
  fra: Id.optional().catch(undefined),
  tiltak: Id.optional().catch(undefined),
  endre: Id.optional().catch(undefined),
});
