import { addDays, dayAt, type Day } from '#lib/domain/day';
import type { FieldError } from '#lib/domain/form/field-errors';
import { type Decision, done, invalid, refused } from '#lib/domain/outcome';
import type { Role } from '#lib/domain/policy/row';
import { UH_KINDS, type OrganisationKind } from '#lib/domain/states';

const NEITHER: readonly OrganisationKind[] = ['statsforvalter', 'network', 'other'];

/** The roles an organisation's administrator gives within it. */
export const ORGANISATION_ROLES = ['skoleeier', 'leader', 'uh', 'administrator'] as const satisfies readonly Role[];
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** The roles that make sense in an organisation of this kind. */
export function rolesHeldAt(kind: OrganisationKind): readonly OrganisationRole[] {
  if (UH_KINDS.includes(kind)) return ['uh', 'administrator'];
  return NEITHER.includes(kind) ? ['administrator'] : ['skoleeier', 'leader', 'administrator'];
}

/** Whom a member of a samarbeidsforum speaks for (Udir: mandat for samarbeidsforum). */
export const SEATS = ['owners', 'private-owners', 'uh', 'ks', 'pbl', 'unions', 'pupils', 'others'] as const;
export type Seat = (typeof SEATS)[number];

/** A role somebody holds, from its first day until, not including, `to`. */
export interface HeldRole {
  id: string;
  userId: string;
  name: string;
  email: string;
  /** Their address takes nothing that is sent to it. */ unreached: boolean;
  ended: boolean;
  role: Role;
  from: Day;
  to: Day | null;
  place: string | null;
  seat: Seat | null;
  represents: string | null;
  deputyForId: string | null;
}

/** Who is to have a role and when: the last day counts. */
export interface NewRole {
  readonly role: Role;
  readonly email: string;
  readonly name: string;
  readonly from: Day;
  readonly lastDay: Day | null;
}
/** The person behind an e-mail address, when the portal knows one. */
export interface Known {
  readonly id: string;
  readonly ended: boolean;
  /** The roles they have or will have. */ readonly roles: readonly Role[];
}
export interface GivenRole {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly userId: string | null;
  readonly from: Day;
  readonly to: Day | null;
}

const overlaps = (a: { from: Day; to: Day | null }, b: { from: Day; to: Day | null }): boolean =>
  (b.to === null || a.from < b.to) &&
  (a.to === null || b.from < a.to) &&
  (a.to === null || a.from < a.to) &&
  (b.to === null || b.from < b.to);

/** Whether a role holds on a day, or comes to hold later. */
export const lasts = (held: { from: Day; to: Day | null; ended?: boolean }, day: Day): boolean =>
  held.ended !== true && (held.to === null || (held.to > day && held.to > held.from));

/**
 * Gives a role from a day that has not passed. Refuses one that is held already, somebody whose access has ended, and
 * whoever is on the other side.
 */
export function decideRole(
  before: { known: Known | null; held: readonly HeldRole[] },
  input: NewRole,
  { now }: { now: Date },
): Decision<GivenRole> {
  const errors: Record<string, FieldError> = {};
  if (input.from < dayAt(now)) errors.from = 'in-the-past';
  if (input.lastDay !== null && input.lastDay < input.from) errors.lastDay = 'end-before-start';
  if (Object.keys(errors).length > 0) return invalid(errors);
  // One sentence for all that stands in the way of a stranger: the address tells nothing about its person.
  const { role, name, email, from } = input;
  if (before.known !== null && (before.known.ended || takesBothSides(role, before.known.roles)))
    return refused({ code: 'can-not-invite' });
  const given = {
    role,
    name,
    email,
    userId: before.known?.id ?? null,
    from,
    to: input.lastDay === null ? null : addDays(input.lastDay, 1),
  };
  if (before.held.some((one) => one.email === email && one.role === role && overlaps(one, given)))
    return refused({ code: 'role-held' });
  return done(given);
}

interface Place {
  readonly kind: OrganisationKind;
  readonly known: Known | null;
  readonly held: readonly HeldRole[];
}

/** An administrator gives a role in the organisation. Refuses a role that its kind does not have. */
export const giveOrganisationRole = (before: Place, input: NewRole, context: { now: Date }): Decision<GivenRole> =>
  rolesHeldAt(before.kind).some((role) => role === input.role)
    ? decideRole(before, input, context)
    : invalid({ role: 'not-in-list' });

/** Statsforvalteren names an organisation's first administrator. Refuses when there is one, who then names the next, and naming oneself. */
export function decideAdministrator(
  before: Place,
  input: NewRole,
  context: { now: Date; actor: { userId: string } },
): Decision<GivenRole> {
  if (before.held.some((one) => one.role === 'administrator' && lasts(one, dayAt(context.now))))
    return refused({ code: 'has-administrator' });
  return before.known?.id === context.actor.userId
    ? refused({ code: 'can-not-invite' })
    : decideRole(before, input, context);
}

/** Takes a role back from a day that has not passed. Refuses to leave an organisation without an administrator. */
export function decideRoleEnd(
  before: { grant: HeldRole; held: readonly HeldRole[] },
  input: { on: Day },
  { now }: { now: Date },
): Decision<{ to: Day }> {
  const { grant, held } = before;
  const today = dayAt(now);
  if (input.on < today) return invalid({ on: 'in-the-past' });
  // A role that has not begun is taken back whole.
  const to = input.on < grant.from ? grant.from : input.on;
  if (!lasts(grant, today) || (grant.to !== null && to > grant.to)) return invalid({ on: 'out-of-range' });
  const others = held.filter((one) => one.id !== grant.id && one.role === 'administrator' && !one.ended);
  const covered = others.some((one) => one.from <= to && (one.to === null || one.to > to));
  return grant.role === 'administrator' && !covered ? refused({ code: 'last-administrator' }) : done({ to });
}

type Side = 'state' | 'parties' | null;

/**
 * Whose side a role is on. Statsforvalteren's own and the auditor read no draft and have no vote in the forum, so nobody is theirs and
 * also an owner's, a UH's, a coordinator's, a member's or somebody asked to a need. A forum's secretariat may be either.
 */
const SIDE: Readonly<Record<Role, Side>> = {
  caseworker: 'state',
  approver: 'state',
  auditor: 'state',
  skoleeier: 'parties',
  leader: 'parties',
  contributor: 'parties',
  coordinator: 'parties',
  uh: 'parties',
  administrator: 'parties',
  member: 'parties',
  deputy: 'parties',
  secretariat: null,
  system: null,
  public: null,
};

/** Whether this role is for the other side than one of those somebody has, or will have. */
export const takesBothSides = (role: Role, has: readonly Role[]): boolean =>
  SIDE[role] !== null && has.some((one) => SIDE[one] !== null && SIDE[one] !== SIDE[role]);
