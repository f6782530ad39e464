import { z } from 'zod';
import { DEADLINE_KINDS } from '#lib/domain/states';
import { day, Id, oneOf, requiredText } from './fields';

const aDay = day.pipe(z.date('required'));

/** A deadline moved for all in a round. */
export const MoveDeadline = z.object({
  id: Id,
  kind: oneOf(DEADLINE_KINDS),
  lastDay: aDay,
  reason: requiredText(1000),
});
/** Late sending opened for one owner. */
export const OpenLate = z.object({
  id: Id,
  organisationId: z.string('required').pipe(Id),
  until: aDay,
  reason: requiredText(1000),
});
