import type { Actor, Grant, Role, Scope } from './row';
import { POLICY, type Action, type SubjectOf } from './policy';

/** Everybody, signed in or not, may what the public may. */
export const PUBLIC: Actor = {
  userId: 'public',
  name: '',
  grants: [{ role: 'public', organisationId: null, regionId: null, countyId: null, forumId: null }],
};

/** The portal itself: what happens before or without a person. */
export const SYSTEM: Actor = {
  userId: 'system',
  name: '',
  grants: [{ role: 'system', organisationId: null, regionId: null, countyId: null, forumId: null }],
};

interface Facts {
  countyId?: string | null;
  forumId?: string | null;
  state?: string;
  ownerIds?: readonly string[];
  commenterIds?: readonly string[];
  writerIds?: readonly string[];
  partyIds?: readonly string[];
  delegatedRegionIds?: readonly string[];
  uhIds?: readonly string[];
  proposedById?: string | null;
  proposerIds?: readonly string[];
  askedById?: string;
}
type PlainRule = Scope | { scope: Scope; in: readonly string[] };
interface PlainRow {
  by: { readonly [R in Role]?: PlainRule | readonly PlainRule[] };
  in?: readonly string[];
  notBy?: 'proposedById' | 'proposerIds' | 'askedById';
  reads?: true;
  of: string;
}

const plain = (action: Action): PlainRow => POLICY[action];
const has = (list: readonly string[] | undefined, id: string | null): boolean =>
  id !== null && (list ?? []).includes(id);

function reaches(scope: Scope, grant: Grant, facts: Facts, userId: string): boolean {
  switch (scope) {
    case 'own':
      return has(facts.ownerIds, grant.organisationId);
    case 'invited':
      return has(facts.commenterIds, userId) || has(facts.writerIds, userId);
    case 'writer':
      return has(facts.writerIds, userId);
    case 'delegated':
      return has(facts.delegatedRegionIds, grant.regionId);
    case 'party':
      return has(facts.partyIds, grant.organisationId);
    case 'partner':
      return has(facts.uhIds, grant.organisationId);
    case 'forum':
      return grant.forumId !== null && grant.forumId === facts.forumId;
    case 'county':
      return grant.countyId !== null && grant.countyId === facts.countyId;
    case 'all':
      return true;
  }
}

/** The grants a row speaks of, each with its scope and the states it holds in (null: any). */
function openings(action: Action, actor: Actor): { grant: Grant; scope: Scope; states: readonly string[] | null }[] {
  const row = plain(action);
  return [...actor.grants, ...PUBLIC.grants].flatMap((grant) => {
    const rules = row.by[grant.role] ?? [];
    return [rules]
      .flat()
      .map((rule) =>
        typeof rule === 'string'
          ? { grant, scope: rule, states: row.in ?? null }
          : { grant, scope: rule.scope, states: rule.in },
      );
  });
}

/** Whether the actor may do this to this record now. The one gate. */
export function may<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): boolean {
  const facts: Facts = subject;
  const { notBy } = plain(action);
  if (
    notBy === 'proposerIds'
      ? has(facts.proposerIds, actor.userId)
      : notBy !== undefined && facts[notBy] === actor.userId
  )
    return false;
  return openings(action, actor).some(
    ({ grant, scope, states }) =>
      (states === null || (facts.state !== undefined && states.includes(facts.state))) &&
      reaches(scope, grant, facts, actor.userId),
  );
}

/** Whether the actor could ever do this somewhere: for menus, not for gates. */
export const mightEver = (actor: Actor, action: Action): boolean => openings(action, actor).length > 0;

/** Of these actions on this record, those allowed now: what the buttons show. */
export function allowed<A extends Action>(actor: Actor, actions: readonly A[], subject: SubjectOf<A>): A[] {
  return actions.filter((action) => may(actor, action, subject));
}

/** One way into a list: everything within this scope and id, in these states (null: any). */
export interface Reach {
  scope: Scope;
  id: string;
  states: readonly string[] | null;
}

/** The same row as `may`, turned for a query's `where`. */
export function reach(actor: Actor, action: Action): Reach[] {
  return openings(action, actor).flatMap(({ grant, scope, states }) => {
    const id = {
      own: grant.organisationId,
      invited: actor.userId,
      writer: actor.userId,
      party: grant.organisationId,
      partner: grant.organisationId,
      delegated: grant.regionId,
      forum: grant.forumId,
      county: grant.countyId,
      all: '',
    }[scope];
    return id === null ? [] : [{ scope, id, states }];
  });
}

/** The records, by id, that these ways lead to within a scope; each once. */
export const idsIn = (ways: readonly Pick<Reach, 'scope' | 'id'>[], scope: Scope): string[] => [
  ...new Set(ways.filter((way) => way.scope === scope).map(({ id }) => id)),
];

/** A role and where it must be held; a place that is left out is any. */
export type WhereHeld = { readonly role: Role } & { readonly [P in keyof Omit<Grant, 'role'>]?: string };

/** Whether the actor holds this role at this place, of whatever kind; what they may do there is a question for `may`. */
export const holds = (actor: Actor, { role, organisationId, regionId, countyId, forumId }: WhereHeld): boolean =>
  actor.grants.some(
    (grant) =>
      grant.role === role &&
      (organisationId ?? grant.organisationId) === grant.organisationId &&
      (regionId ?? grant.regionId) === grant.regionId &&
      (countyId ?? grant.countyId) === grant.countyId &&
      (forumId ?? grant.forumId) === grant.forumId,
  );

/** Whether the actor speaks for an organisation in this role. */
export const speaksFor = (actor: Actor, role: Role, organisationId: string): boolean =>
  holds(actor, { role, organisationId });

/** Whether an action changes something; the others only read. */
export const isWriting = (action: Action): boolean => plain(action).reads !== true;
/** The kind of record an action is about. */
export const kindOf = (action: Action): string => plain(action).of;
