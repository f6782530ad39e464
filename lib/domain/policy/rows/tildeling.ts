import { APPROVER, CASEWORKER, FORUM, OWNER, when, type RowsOf } from '#lib/domain/policy/row';
import { DECIDED } from '#lib/domain/states';

const GRANTED = ['approved', 'reporting', 'finished'] as const;

export const TILDELING = {
  'agreement.register': { of: 'round', by: CASEWORKER, in: ['closed', 'recommended'] },
  'tildeling.approve': { of: 'tildeling', by: APPROVER, in: ['proposed'], notBy: 'proposedById' },
  'tildeling.return': { of: 'tildeling', by: APPROVER, in: ['proposed'], notBy: 'proposedById' },

  'allocation.read': {
    of: 'round',
    reads: true,
    by: { ...CASEWORKER, ...APPROVER, ...when(GRANTED, { auditor: 'county' }) },
  },
  'tildeling.read': {
    of: 'tildeling',
    reads: true,
    by: {
      ...CASEWORKER,
      ...APPROVER,
      ...when(DECIDED, { auditor: 'county', ...FORUM, ...OWNER, uh: 'partner' }),
      public: { scope: 'all', in: DECIDED },
    },
  },
} as const satisfies RowsOf<'tildeling' | 'agreement' | 'allocation'>;
