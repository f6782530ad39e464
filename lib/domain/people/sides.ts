import type { Role } from '#lib/domain/policy/actor';

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
