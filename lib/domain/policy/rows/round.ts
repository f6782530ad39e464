import { APPROVER, CASEWORKER, FORUM, STATSFORVALTER, type RowsOf } from '#lib/domain/policy/row';
import { TAKES_NEEDS } from '#lib/domain/states';

export const ROUND = {
  'round.open': { of: 'county', by: CASEWORKER },
  'round.close': { of: 'round', by: CASEWORKER, in: ['open'] },
  'round.move-deadline': {
    of: 'round',
    by: CASEWORKER,
    in: ['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting'],
  },
  'round.open-late': { of: 'round', by: CASEWORKER, in: TAKES_NEEDS },
  'round.allocate': { of: 'round', by: CASEWORKER, in: ['recommended'] },
  'round.propose': { of: 'round', by: CASEWORKER, in: ['recommended'] },
  'round.approve': { of: 'round', by: APPROVER, in: ['recommended', 'proposed'], notBy: 'proposerIds' },
  'round.return': { of: 'round', by: APPROVER, in: ['recommended', 'proposed'], notBy: 'proposerIds' },

  'round.read': {
    of: 'round',
    reads: true,
    by: { ...FORUM, ...STATSFORVALTER, skoleeier: 'county', leader: 'county', coordinator: 'county' },
  },
  'round.work': { of: 'round', reads: true, by: STATSFORVALTER },
} as const satisfies RowsOf<'round'>;
