import { z } from 'zod';
import { lineAt } from '#lib/domain/innstilling/write';
import { DECISION_FORMS } from '#lib/domain/states';
import { judgedChanges } from './form';
import { day, Id, kroner, oneOf, text, whole } from '#lib/schema/fields';

const HEAD: Readonly<Record<string, z.ZodType>> = {
  meetingOn: day,
  decisionForm: oneOf(DECISION_FORMS),
  note: text(4000),
};
const LINE = { priority: whole(1, 9999), network: kroner, uh: kroner, reason: text(2000), dissent: text(2000) };

/** A draft, field by field. */
export const SaveInnstilling = judgedChanges((name) => {
  const at = lineAt(name);
  return at !== null ? LINE[at.field] : Object.hasOwn(HEAD, name) ? HEAD[name] : undefined;
});

/** The whole innstilling as it is delivered, with the revision one has read: 0 before the first save. */
export const DeliverInnstilling = z.object({
  id: Id,
  version: whole(0, 2_000_000_000).pipe(z.number('required')),
  meetingOn: day,
  decisionForm: oneOf(DECISION_FORMS),
  note: text(4000),
  anyway: z.preprocess((tick) => tick === 'on', z.boolean()),
  lines: z.array(z.object({ needId: Id, ...LINE }), 'malformed').max(20_000, 'malformed'),
});
