import type { Tx } from '#lib/db/client';
import { findRepresented } from '#lib/db/people/fora';
import { findInvitation, saveInvitation } from '#lib/db/people/invite';
import { lockForum, lockKnown, lockOrganisation, type OrganisationSubject } from '#lib/db/people/people';
import { insertRole, lockGrant, lockOffice, setRoleEnd } from '#lib/db/people/role';
import { linkSubject, lockForSignIn, lockLanguage, saveLanguage } from '#lib/db/people/user';
import type { Notice } from '#lib/domain/message/message';
import { done, invalid } from '#lib/domain/outcome';
import { decideOfficeInvite, signIn } from '#lib/domain/people/invite';
import {
  decideRoleEnd as decideEnd,
  decideRole as decideGive,
  decideAdministrator as decideName,
  type GivenRole,
  giveOrganisationRole,
} from '#lib/domain/people/people';
import {
  ChooseLanguage,
  EndRole,
  GiveOffice,
  GiveRole,
  GiveSeat,
  Invite,
  IssuerClaims,
  NameAdministrator,
} from '#lib/schema/people';
import { command, type Context, type Entry } from './command';

/** What the log tells of a role: the name as the inviter wrote it, and its days. */
type Details = NonNullable<Entry['details']>;
const told = ({ name, role, from, to }: GivenRole, more: Details = {}): Details => ({
  name,
  role,
  from,
  to,
  ...more,
});

/** Whoever is given a role hears of it. */
const hears = ({ userId }: { userId: string }): readonly Notice[] => [
  { kind: 'role-given', subjectId: userId, to: [{ userId }] },
];

const inOrganisation = {
  load: async (tx: Tx, { id, email }: { id: string; email: string }, { now }: Context) => {
    const known = await lockKnown(tx, email, now);
    const found = await lockOrganisation(tx, id, now);
    return found === null ? null : { ...found, known };
  },
  save: async (tx: Tx, { id, countyId }: OrganisationSubject, given: GivenRole, { now }: Context) => {
    const tell = hears(await insertRole(tx, given, { organisationId: id, countyId }, now));
    return { value: { id }, log: [{ subjectId: id, roundId: null, countyId, details: told(given) }], tell };
  },
};

/** An administrator gives somebody a role in the organisation, by e-mail. */
export const giveRole = command({
  action: 'role.give',
  schema: GiveRole,
  ...inOrganisation,
  decide: giveOrganisationRole,
});

/** Statsforvalteren names the first administrator of an organisation in the county. */
export const nameAdministrator = command({
  action: 'role.name-administrator',
  schema: NameAdministrator,
  ...inOrganisation,
  decide: decideName,
});

/** Gives somebody a seat in a samarbeidsforum, as a member or as a member's deputy. */
export const giveSeat = command({
  action: 'role.give-seat',
  schema: GiveSeat,
  load: async (tx, { id, email, representsId }, { now }) => {
    const known = await lockKnown(tx, email, now);
    const found = await lockForum(tx, id, now);
    return found === null
      ? null
      : {
          ...found,
          known,
          isRepresented:
            representsId === null || (await findRepresented(tx, found.countyId)).some((one) => one.id === representsId),
        };
  },
  decide: (before, input, context) => {
    const { role, seat, representsId, deputyForId } = input;
    if (!before.isRepresented) return invalid({ representsId: 'not-in-list' });
    if (role === 'deputy' && !before.held.some((one) => one.id === deputyForId && one.role === 'member'))
      return invalid({ deputyForId: deputyForId === null ? 'required' : 'not-in-list' });
    const given = decideGive(before, input, context);
    return given.kind === 'done'
      ? done({ given: given.value, seat, representsId, deputyForId: role === 'deputy' ? deputyForId : null })
      : given;
  },
  save: async (tx, { id, countyId, name: forum }, { given, ...seat }, { now }) => {
    const tell = hears(await insertRole(tx, given, { forumId: id, countyId, ...seat }, now));
    return {
      value: { id },
      log: [{ subjectId: id, roundId: null, countyId, details: told(given, { forum, seat: seat.seat }) }],
      tell,
    };
  },
});

/** Names a region's coordinator or somebody to a forum's secretariat. */
export const giveOffice = command({
  action: 'role.give-office',
  schema: GiveOffice,
  load: async (tx, input, { now }) => {
    const known = await lockKnown(tx, input.email, now);
    const found = await lockOffice(tx, input, now);
    return found === null ? null : { ...found, known };
  },
  decide: (before, input, context) => decideGive(before, input, context),
  save: async (tx, { countyId, kind, placeId, place }, given, { now }) => {
    const tell = hears(
      await insertRole(
        tx,
        given,
        { countyId, ...(kind === 'region' ? { regionId: placeId } : { forumId: placeId }) },
        now,
      ),
    );
    return {
      value: { id: placeId, kind },
      log: [{ subjectType: kind, subjectId: placeId, roundId: null, countyId, details: told(given, { place }) }],
      tell,
    };
  },
});

/** Takes a role back from a day on; from today on it works at once. */
export const endRole = command({
  action: 'role.end',
  schema: EndRole,
  load: (tx, { id }, { now }) => lockGrant(tx, id, now),
  decide: (before, input, context) => decideEnd(before, input, context),
  save: async (tx, { grant, place }, { to }) => {
    await setRoleEnd(tx, grant.id, to);
    const [kind, id] =
      place.organisationId !== null
        ? ['organisation', place.organisationId]
        : place.regionId !== null
          ? ['region', place.regionId]
          : ['forum', place.forumId ?? ''];
    return {
      value: { kind, id },
      log: [
        {
          subjectType: kind,
          subjectId: id,
          roundId: null,
          countyId: place.countyId,
          details: { name: grant.name, role: grant.role, to },
        },
      ],
      tell: [{ kind: 'role-taken', subjectId: grant.userId, to: [{ userId: grant.userId }] }],
    };
  },
});

/** Gives somebody a role by their e-mail address; they sign in with it when they come. Again changes nothing. */
export const invitePerson = command({
  action: 'user.invite',
  schema: Invite,
  load: async (tx, input, { now }) => ({ ...(await findInvitation(tx, input, now)), input }),
  decide: (found, input) => decideOfficeInvite(found, input),
  save: async (tx, { input, user }, place, { now }) => {
    const { userId, changed } = await saveInvitation(
      tx,
      { email: input.email, name: input.name, id: user?.id ?? null },
      place,
      now,
    );
    const details = { name: user?.name ?? input.name ?? input.email, role: place.role };
    const log = changed
      ? [{ subjectId: userId, subjectType: 'user', roundId: null, countyId: place.countyId, details }]
      : [];
    const told: Notice = { kind: 'role-given', subjectId: userId, to: [{ userId }], details: { role: place.role } };
    return { value: { userId, changed }, log, tell: changed ? [told] : [] };
  },
});

/** Finds who an issuer's claims are about, and stores the subject the first time. Answers the user's id. */
export const signInPerson = command({
  action: 'user.sign-in',
  schema: IssuerClaims,
  load: async (tx, claims, { now }) => ({ ...(await lockForSignIn(tx, claims, now)), claims }),
  decide: (before, claims) => signIn(before, claims),
  save: async (tx, { claims }, { person, link }) => {
    if (!link) return { value: person.id, log: [] };
    await linkSubject(tx, person.id, claims);
    return {
      value: person.id,
      log: [
        {
          subjectId: person.id,
          subjectType: 'user',
          roundId: null,
          countyId: person.countyId,
          details: { name: person.name },
        },
      ],
    };
  },
});

/** Remembers the written language a person chose, for every place they sign in; choosing it again changes nothing. */
export const chooseLanguage = command({
  action: 'user.choose-language',
  schema: ChooseLanguage,
  load: (tx, _input, { actor }) => lockLanguage(tx, actor.userId),
  decide: (before, { locale }) => done({ locale, changed: before.locale !== locale }),
  save: async (tx, { id }, { locale, changed }) => {
    if (!changed) return { value: { locale }, log: [] };
    await saveLanguage(tx, id, locale);
    return {
      value: { locale },
      log: [{ subjectId: id, subjectType: 'user', roundId: null, countyId: null, details: { locale } }],
    };
  },
});
