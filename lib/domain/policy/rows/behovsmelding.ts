import {
  BINDS_OWNER,
  CASEWORKER,
  FORUM,
  OWNER,
  STATSFORVALTER,
  when,
  type RowsOf,
  PORTAL,
} from '#lib/domain/policy/row';
import { TAKES_NEEDS, UNDECIDED, WRITTEN } from '#lib/domain/states';

const WITH_UH = [...WRITTEN, ...UNDECIDED] as const;
const SENT = ['submitted', 'returned', 'recommended', 'declined', 'granted', 'withdrawn'] as const;
const IN_FORUM = ['submitted', 'recommended', 'declined', 'granted'] as const;

const WRITERS = { skoleeier: 'own', leader: 'own', contributor: 'writer', coordinator: 'delegated' } as const;
const INVITED_TOO = { skoleeier: 'own', leader: 'own', contributor: 'invited', coordinator: 'delegated' } as const;
const UH = { uh: 'partner' } as const;
const OFFICE = { caseworker: 'county', approver: 'county' } as const;
/** Another owner it is on behalf of answers as the owner does. */
const EACH_OWNER = { leader: ['own', 'party'] } as const;

export const BEHOVSMELDING = {
  'behovsmelding.restate': { of: 'self', by: PORTAL },
  'behovsmelding.create': { of: 'owner', by: OWNER },
  'behovsmelding.save': { of: 'behovsmelding', by: WRITERS, in: WRITTEN },
  'behovsmelding.attend': { of: 'behovsmelding', by: WRITERS, in: WRITTEN },
  'behovsmelding.submit': { of: 'behovsmelding', by: BINDS_OWNER, in: WRITTEN },
  'behovsmelding.withdraw': { of: 'behovsmelding', by: BINDS_OWNER, in: ['submitted', 'returned', 'recommended'] },
  'behovsmelding.reopen': { of: 'behovsmelding', by: OWNER, in: ['withdrawn'] },
  'behovsmelding.ask-approval': { of: 'behovsmelding', by: { skoleeier: 'own' }, in: WRITTEN },
  'behovsmelding.decline-approval': { of: 'behovsmelding', by: { leader: 'own' }, in: WRITTEN },
  'behovsmelding.return': { of: 'behovsmelding', by: CASEWORKER, in: ['submitted'] },
  'behovsmelding.register-paper': { of: 'round', by: CASEWORKER, in: TAKES_NEEDS },
  'behovsmelding.attach': { of: 'behovsmelding', by: WRITERS, in: WRITTEN },
  'behovsmelding.detach': { of: 'behovsmelding', by: WRITERS, in: WRITTEN },

  'behovsmelding.confirm': { of: 'behovsmelding', by: UH, in: WITH_UH },
  'behovsmelding.decline': { of: 'behovsmelding', by: UH, in: WITH_UH },
  'behovsmelding.share': { of: 'behovsmelding', by: OWNER, in: WRITTEN },
  'behovsmelding.remove-partner': { of: 'behovsmelding', by: OWNER, in: WRITTEN },
  'behovsmelding.save-uh': { of: 'behovsmelding', by: UH, in: WRITTEN },
  'behovsmelding.attend-uh': { of: 'behovsmelding', by: UH, in: WRITTEN },
  'behovsmelding.add-sub-partner': { of: 'behovsmelding', by: { ...OWNER, ...UH }, in: WRITTEN },
  'behovsmelding.remove-sub-partner': { of: 'behovsmelding', by: { ...OWNER, ...UH }, in: WRITTEN },

  'behovsmelding.confirm-owner': { of: 'behovsmelding', by: EACH_OWNER, in: UNDECIDED },
  'behovsmelding.object': { of: 'behovsmelding', by: EACH_OWNER, in: UNDECIDED },

  'contributor.invite': { of: 'behovsmelding', by: OWNER, in: WRITTEN },
  'contributor.end': { of: 'behovsmelding', by: OWNER },
  'comment.write': { of: 'behovsmelding', by: { ...INVITED_TOO, ...UH }, in: WRITTEN },
  'comment.resolve': { of: 'behovsmelding', by: { ...INVITED_TOO, ...UH }, in: WRITTEN },
  'note.write': { of: 'behovsmelding', by: OFFICE, in: SENT },

  'dispensation.ask': { of: 'behovsmelding', by: OWNER, in: WRITTEN },
  'dispensation.ask-split': { of: 'round', by: CASEWORKER, in: ['recommended'] },
  'dispensation.decide': { of: 'dispensation', by: OFFICE, in: ['asked'], notBy: 'askedById' },
  'dispensation.decide-split': { of: 'dispensation', by: { approver: 'county' }, in: ['asked'], notBy: 'askedById' },

  'behovsmelding.read': {
    of: 'behovsmelding',
    reads: true,
    by: {
      ...INVITED_TOO,
      // Who is only a party did not write it: it reads what was sent in its name, not what another owner is still thinking.
      skoleeier: ['own', { scope: 'party', in: SENT }],
      leader: ['own', { scope: 'party', in: SENT }],
      ...UH,
      ...when(IN_FORUM, FORUM),
      ...when(SENT, STATSFORVALTER),
    },
  },
  // As it stands while it is written or completed; others read what was sent.
  'behovsmelding.read-draft': { of: 'behovsmelding', reads: true, by: { ...INVITED_TOO, ...UH } },
  // What the owner's side says and does among itself is never Statsforvalteren's, the forum's or the public's.
  'contributor.read': { of: 'behovsmelding', reads: true, by: INVITED_TOO },
  'comment.read': { of: 'behovsmelding', reads: true, by: { ...INVITED_TOO, ...UH } },
  // What Statsforvalteren notes for itself is never the owner's, the UH's or the forum's.
  'note.read': { of: 'behovsmelding', reads: true, by: STATSFORVALTER, in: SENT },
  'dispensation.read': { of: 'dispensation', reads: true, by: { ...STATSFORVALTER, ...OWNER } },
} as const satisfies RowsOf<'behovsmelding' | 'contributor' | 'comment' | 'note' | 'dispensation'>;
