import { z } from 'zod';
import { INNSTILLING_FORM } from '#lib/domain/innstilling/form';
import { changes } from './form';
import { Id, shapeOf, whole } from '#lib/schema/fields';

const { lines: LINES, ...HEAD } = INNSTILLING_FORM;

/** A draft, field by field. */
export const SaveInnstilling = changes();

/** The whole innstilling as it is delivered, with the revision one has read: 0 before the first save. */
export const DeliverInnstilling = z.object({
  id: Id,
  version: whole(0, 2_000_000_000).pipe(z.number('required')),
  ...shapeOf(HEAD),
  anyway: z.preprocess((tick) => tick === 'on', z.boolean()),
  lines: z.array(z.object({ needId: Id, ...shapeOf(LINES.of) }), 'malformed').max(20_000, 'malformed'),
});
