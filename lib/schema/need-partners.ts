import { z } from 'zod';
import { changes } from './changes';
import { Id, kroner, requiredText, text } from './fields';
import { Attend } from './presence';

const email = text(200).pipe(
  z.string().refine((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'not-an-email'),
);
const optional = (max: number) => z.preprocess((value) => value ?? '', text(max));

/** A UH knows the need: whom to talk to there. */
export const ConfirmNeed = z.object({
  id: Id,
  contact: requiredText(200),
  contactRole: optional(200),
  contactEmail: z.preprocess((value) => value ?? '', email),
  contactPhone: optional(40),
});
export const DeclineNeed = z.object({ id: Id, reason: requiredText(1000) });
export const ShareNeed = z.object({ id: Id, organisationId: Id });
export const RemovePartner = z.object({ id: Id, organisationId: Id });

/** A UH's part of a need, by both: the need's id and the UH's. */
const PartId = z.string('malformed').regex(/^[A-Za-z0-9-]{1,64}_[A-Za-z0-9-]{1,64}$/, 'malformed');
const parted = <T extends { id: string }>({ id, ...rest }: T) => {
  const [need = '', organisationId = ''] = id.split('_');
  return { ...rest, id: need, organisationId };
};

const CELL = /^lines\.uh_[A-Za-z0-9-]{1,64}_\d{4}$/;
/** What is changed in a UH's own part. */
export const SaveUhPart = changes(
  (name) => (name === 'plan' ? text(4000) : CELL.test(name) ? kroner : undefined),
  PartId,
).transform(parted);
export const AttendPart = Attend.extend({ id: PartId }).transform(parted);

export const AddSubPartner = z.object({
  id: Id,
  throughId: Id,
  name: requiredText(200),
  country: optional(100),
  what: optional(1000),
});
export const RemoveSubPartner = z.object({ id: Id, subPartnerId: Id });
export const ConfirmForOwner = z.object({ id: Id });
export const ObjectForOwner = z.object({ id: Id, objection: requiredText(2000) });
