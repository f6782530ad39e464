import { z } from 'zod';
import { DECISION_FORMS } from '#lib/domain/states';
import { day, Id, kroner, oneOf, text, whole } from '#lib/schema/fields';

const line = z.object({ needId: Id, priority: whole(1, 9999), network: kroner, uh: kroner, reason: text(2000), dissent: text(2000) });

/** The forum's innstilling as its secretariat writes it. */
export const WriteInnstilling = z.object({
  id: Id,
  version: whole(1, 2_000_000_000).pipe(z.number('required')),
  meetingOn: day,
  decisionForm: oneOf(DECISION_FORMS),
  note: text(4000),
  lines: z.array(line, 'malformed').max(20_000, 'malformed'),
});
