import { z } from 'zod';
import { ORGANISATION_ROLES, SEATS } from '#lib/domain/people';
import { day, Id, oneOf, requiredText, text } from '#lib/schema/fields';

const aDay = day.pipe(z.date('required'));
const person = {
  name: requiredText(200),
  email: text(254)
    .transform((value) => value.toLowerCase())
    .pipe(z.string().min(1, 'required'))
    .pipe(z.email('not-an-email')),
  from: aDay,
  lastDay: day,
};
/** Nothing chosen is nobody. */
const optionalId = z.union([z.literal(''), Id], 'malformed').transform((value) => (value === '' ? null : value));

/** Somebody invited to a role in an organisation: `id` is the organisation's. */
export const GiveRole = z.object({ id: Id, role: oneOf(ORGANISATION_ROLES), ...person });
export const NameAdministrator = z
  .object({ id: Id, ...person })
  .transform((input) => ({ ...input, role: 'administrator' as const }));
/** Somebody given a seat in a forum, whom they speak for, and whose deputy they are. */
export const GiveSeat = z.object({
  id: Id,
  role: oneOf(['member', 'deputy']),
  ...person,
  seat: oneOf(SEATS),
  representsId: optionalId,
  deputyForId: optionalId,
});
/** Somebody given an office of the county: a region's coordinator or a forum's secretariat, `placeId` being the region or forum. */
export const GiveOffice = z.object({
  countyId: Id,
  role: oneOf(['coordinator', 'secretariat']),
  placeId: Id,
  ...person,
});
export const EndRole = z.object({ id: Id, on: aDay });
