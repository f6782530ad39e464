export const ROLES = [
  'skoleeier',
  'leader',
  'contributor',
  'coordinator',
  'uh',
  'secretariat',
  'member',
  'deputy',
  'caseworker',
  'approver',
  'auditor',
  'administrator',
  'system',
  'public',
] as const;
export type Role = (typeof ROLES)[number];

/** A role somebody holds, and where. */
export interface Grant {
  role: Role;
  organisationId: string | null;
  regionId: string | null;
  countyId: string | null;
  forumId: string | null;
}
export interface Actor {
  userId: string;
  name: string;
  grants: readonly Grant[];
}
