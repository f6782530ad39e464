import { APPROVER, CASEWORKER, FORUM, when, type RowsOf } from '#lib/domain/policy/row';

const AFTER_CLOSE = ['closed', 'recommended', 'proposed', 'approved', 'reporting', 'finished'] as const;
const DELIVERED = ['recommended', 'proposed', 'approved', 'reporting', 'finished'] as const;
const SECRETARIAT = { secretariat: 'forum' } as const;

export const INNSTILLING = {
  'innstilling.save': { of: 'round', by: SECRETARIAT, in: ['closed'] },
  'innstilling.attend': { of: 'round', by: SECRETARIAT, in: ['closed'] },
  'innstilling.deliver': { of: 'round', by: SECRETARIAT, in: ['closed'] },

  'innstilling.read': {
    of: 'round',
    reads: true,
    by: { ...FORUM, ...CASEWORKER, ...APPROVER, ...when(DELIVERED, { auditor: 'county' }) },
    in: AFTER_CLOSE,
  },
} as const satisfies RowsOf<'innstilling'>;
