import { INVITED_ROLES } from '#lib/domain/people/invite';
import { ORGANISATION_ROLES, SEATS } from '#lib/domain/people/people';
import { DELEGATION_COVERS } from '#lib/domain/states';
import { z } from 'zod';
import { aDay, day, Id, oneOf, requiredText, text } from './fields';

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

const named = text(200)
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : value));

/** Who is invited, to what and where. The e-mail address is kept in lower case. */
export const Invite = z.object({
  email: text(254)
    .transform((value) => value.toLowerCase())
    .pipe(z.email('not-an-email')),
  role: oneOf(INVITED_ROLES),
  name: named,
  county: named,
  organisation: named.transform((value) => value?.replaceAll(/\s/g, '') ?? null),
  region: named,
  forum: named,
});

const claim = z
  .string('malformed')
  .min(1, 'malformed')
  .max(512, 'malformed')
  .refine((value) => !value.includes('\0'), 'malformed');

/** What an issuer says of somebody. An e-mail address counts as verified only when the issuer says so. */
export const IssuerClaims = z
  .object({
    iss: claim,
    sub: claim,
    email: claim.nullish(),
    email_verified: z.union([z.boolean(), z.string()]).nullish(),
  })
  .transform(({ iss, sub, email, email_verified }) => ({
    iss,
    sub,
    email: email ?? null,
    verified: email != null && (email_verified === true || email_verified === 'true'),
  }));

/** The written language somebody chooses. */
export const ChooseLanguage = z.object({ locale: oneOf(['nb', 'nn']) });

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
