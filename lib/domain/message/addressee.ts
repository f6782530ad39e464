import type { Role, Scope } from '#lib/domain/policy/row';
import { POLICY, type Action } from '#lib/domain/policy/policy';

/** Whom to tell: one person, or all who hold a role at a place on the day. */
export type Addressee =
  | { readonly userId: string }
  | {
      readonly role: Role;
      readonly organisationId?: string;
      readonly regionId?: string;
      readonly countyId?: string;
      readonly forumId?: string;
    };

/** What a record says of where it belongs; what it has not is left out. */
export interface Whereabouts {
  readonly countyId?: string;
  readonly forumId?: string;
  readonly state?: string;
  readonly ownerIds?: readonly string[];
  readonly commenterIds?: readonly string[];
  readonly writerIds?: readonly string[];
  readonly partyIds?: readonly string[];
  readonly delegatedRegionIds?: readonly string[];
  readonly uhIds?: readonly string[];
}

type Rule = Scope | { scope: Scope };
const openings = (action: Action): [Role, Scope][] =>
  Object.entries(POLICY[action].by as { readonly [R in Role]?: Rule | readonly Rule[] }).flatMap(([role, rules]) =>
    [rules].flat().map((rule): [Role, Scope] => [role as Role, typeof rule === 'string' ? rule : rule.scope]),
  );

function at(role: Role, scope: Scope, record: Whereabouts): Addressee[] {
  switch (scope) {
    case 'own':
      return (record.ownerIds ?? []).map((organisationId) => ({ role, organisationId }));
    case 'invited':
      return [...(record.commenterIds ?? []), ...(record.writerIds ?? [])].map((userId) => ({ userId }));
    case 'writer':
      return (record.writerIds ?? []).map((userId) => ({ userId }));
    case 'party':
      return (record.partyIds ?? []).map((organisationId) => ({ role, organisationId }));
    case 'partner':
      return (record.uhIds ?? []).map((organisationId) => ({ role, organisationId }));
    case 'delegated':
      return (record.delegatedRegionIds ?? []).map((regionId) => ({ role, regionId }));
    case 'forum':
      return record.forumId === undefined ? [] : [{ role, forumId: record.forumId }];
    case 'county':
      return record.countyId === undefined ? [] : [{ role, countyId: record.countyId }];
    case 'all':
      return [];
  }
}

/** All whom the policy lets do this to the record, in whatever state it is: by role and place. */
export const whoMay = (action: Action, record: Whereabouts): Addressee[] =>
  openings(action).flatMap(([role, scope]) => at(role, scope, record));

/** All in a county who hold a role that may do this somewhere. */
export const whoMightIn = (action: Action, countyId: string): Addressee[] =>
  openings(action).map(([role]) => ({ role, countyId }));
