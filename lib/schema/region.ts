import { z } from 'zod';
import { Id, aDay, day, requiredText } from '#lib/schema/fields';

const name = requiredText(120);

export const CreateRegion = z.object({ countyId: Id, name });
export const RenameRegion = z.object({ id: Id, name });
export const DissolveRegion = z.object({ id: Id, on: aDay, reason: requiredText(1000) });
export const AddMember = z.object({
  id: Id,
  organisationId: z.string('required').min(1, 'required').pipe(Id),
  from: aDay,
  lastDay: day,
});
export const EndMembership = z.object({ id: Id, membershipId: Id, on: aDay });
