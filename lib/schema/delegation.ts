import { z } from 'zod';
import { DELEGATION_COVERS } from '#lib/domain/states';
import { day, Id, oneOf, requiredText } from './fields';

const covers = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z
    .array(oneOf(DELEGATION_COVERS), 'malformed')
    .min(1, 'too-few')
    .max(20, 'too-long')
    .transform((all) => DELEGATION_COVERS.filter((one) => all.includes(one))),
);

/** A delegation in the owner's own words: to which region's office, for what, and between which days. */
export const GiveDelegation = z.object({
  ownerId: Id,
  regionId: z.string('malformed').min(1, 'not-in-list').pipe(Id),
  covers,
  from: day,
  lastDay: day,
  note: requiredText(4000),
});
/** The first day it no longer holds. */
export const EndDelegation = z.object({ id: Id, on: day });
