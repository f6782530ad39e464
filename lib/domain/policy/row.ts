import type { StateOf, SubjectType } from './subjects';

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

/**
 * Where a role must be held. own: the organisation's; invited, writer: I am asked to this record, to comment or write, or to write;
 * delegated: handed to my region in writing; party: is also on behalf of my organisation; partner: is shared with my UH;
 * forum, county: theirs; all: anywhere.
 */
export type Scope = 'own' | 'invited' | 'writer' | 'delegated' | 'party' | 'partner' | 'forum' | 'county' | 'all';

/** Where a role must be held, and in which states when not those of the row. */
type Rule<T extends SubjectType> = Scope | { readonly scope: Scope; readonly in: readonly StateOf<T>[] };
interface Row<T extends SubjectType> {
  /** The kind of record it is about. */
  readonly of: T;
  readonly by: { readonly [R in Role]?: Rule<T> | readonly Rule<T>[] };
  /** The states the record must be in; left out: any. */
  readonly in?: readonly StateOf<T>[];
  /** The one who may not: whoever did this earlier step (four eyes). */
  readonly notBy?: 'proposedById' | 'proposerIds' | 'askedById';
  readonly reads?: true;
}
type AnyRow = { [T in SubjectType]: Row<T> }[SubjectType];

/** The rows of the actions that begin with one of these words; one that begins with another does not compile. */
export type RowsOf<Word extends string> = Readonly<Record<`${Word}.${string}`, AnyRow>>;

/** Those who write for the owner: its own people, and the region it has handed its work to. */
export const OWNER = { skoleeier: 'own', leader: 'own', coordinator: 'delegated' } as const;
/** Those who bind the owner. */
export const BINDS_OWNER = { leader: 'own', coordinator: 'delegated' } as const;
export const CASEWORKER = { caseworker: 'county' } as const;
export const APPROVER = { approver: 'county' } as const;
/** Statsforvalteren, and who audits it. */
export const STATSFORVALTER = { caseworker: 'county', approver: 'county', auditor: 'county' } as const;
/** The samarbeidsforum: who prepares it, and who sits in it. */
export const FORUM = { secretariat: 'forum', member: 'forum', deputy: 'forum' } as const;
export const PORTAL = { system: 'all' } as const;
export const PUBLIC_TOO = { public: 'all' } as const;
/** Whoever has a role, in what is their own. */
export const EVERYBODY = {
  skoleeier: 'all',
  leader: 'all',
  contributor: 'all',
  coordinator: 'all',
  uh: 'all',
  secretariat: 'all',
  member: 'all',
  deputy: 'all',
  caseworker: 'all',
  approver: 'all',
  auditor: 'all',
  administrator: 'all',
} as const;

type Place = 'county' | 'forum' | 'own' | 'delegated' | 'partner';

/** The same roles, each in these states of the record only. */
export function when<const R extends Readonly<Record<string, Place>>, const S extends string>(
  states: readonly S[],
  roles: R,
): { readonly [K in keyof R]: { readonly scope: R[K]; readonly in: readonly S[] } } {
  const each = Object.entries(roles).map(([role, scope]) => [role, { scope, in: states }]);
  return Object.fromEntries(each) as { readonly [K in keyof R]: { readonly scope: R[K]; readonly in: readonly S[] } };
}
