import { CASEWORKER, EVERYBODY, OWNER, PORTAL, STATSFORVALTER, type RowsOf } from '#lib/domain/policy/row';

const OFFICE = { caseworker: 'all', approver: 'all' } as const;

export const PEOPLE = {
  'role.give': { of: 'organisation', by: { administrator: 'own' } },
  'role.name-administrator': { of: 'organisation', by: CASEWORKER },
  'role.give-seat': { of: 'forum', by: { secretariat: 'forum', ...CASEWORKER } },
  'role.give-office': { of: 'county', by: CASEWORKER },
  'role.end': { of: 'grant', by: { administrator: 'own', secretariat: 'forum', ...CASEWORKER } },

  'delegation.give': { of: 'owner', by: { leader: 'own' } },
  'delegation.end': { of: 'delegation', by: { leader: 'own' } },

  'user.sign-in': { of: 'self', by: PORTAL },
  'user.invite': { of: 'self', by: PORTAL },
  'user.choose-language': { of: 'self', by: EVERYBODY },
  'user.choose-mail': { of: 'self', by: EVERYBODY },
  // By the signed address in an e-mail, without signing in.
  'user.stop-mail': { of: 'self', by: PORTAL },
  'filter.keep': { of: 'self', by: OFFICE },
  'filter.forget': { of: 'self', by: OFFICE },

  'start.read': { of: 'self', reads: true, by: EVERYBODY },
  'people.read': { of: 'organisation', reads: true, by: { administrator: 'own', ...STATSFORVALTER } },
  'delegation.read': { of: 'delegation', reads: true, by: { ...STATSFORVALTER, ...OWNER } },
} as const satisfies RowsOf<'role' | 'delegation' | 'user' | 'filter' | 'start' | 'people'>;
