import { BINDS_OWNER, CASEWORKER, FORUM, OWNER, STATSFORVALTER, when, type RowsOf } from '#lib/domain/policy/row';
import { UNFILED } from '#lib/domain/states';

const FILED = ['filed', 'returned', 'accepted'] as const;
const PARTIES = { ...OWNER, uh: 'partner' } as const;

export const REPORT = {
  'report.save': { of: 'half', by: PARTIES, in: UNFILED },
  'report.attend': { of: 'half', by: PARTIES, in: UNFILED },
  'report.file-owner': { of: 'half', by: BINDS_OWNER, in: UNFILED },
  'report.file-uh': { of: 'half', by: { uh: 'partner' }, in: UNFILED },
  'report.return': { of: 'half', by: CASEWORKER, in: ['filed'] },
  'report.accept': { of: 'half', by: CASEWORKER, in: ['filed'] },
  'report.attach': { of: 'half', by: PARTIES, in: UNFILED },
  'report.detach': { of: 'half', by: PARTIES, in: UNFILED },

  'report.read': { of: 'report', reads: true, by: { ...PARTIES, ...when(FILED, { ...STATSFORVALTER, ...FORUM }) } },
} as const satisfies RowsOf<'report'>;
