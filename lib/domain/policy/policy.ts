import type { StateOf, Subjects, SubjectType } from './subjects';

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
/** own: the organisation's; invited, writer: I am asked to this record, to comment or write, or to write; delegated: handed to my region in writing; party: is also on behalf of my organisation; partner: is shared with my UH; forum, county: theirs. */
export type Scope = 'own' | 'invited' | 'writer' | 'delegated' | 'party' | 'partner' | 'forum' | 'county' | 'all';

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

/** Where a role must be held, and in which states when not those of the row. */
type Rule<T extends SubjectType> = Scope | { scope: Scope; in: readonly StateOf<T>[] };
interface Row<T extends SubjectType> {
  /** The kind of record it is about. */
  of: T;
  by: { readonly [R in Role]?: Rule<T> | readonly Rule<T>[] };
  /** The states the record must be in; left out: any. */
  in?: readonly StateOf<T>[];
  /** The one who may not: whoever did this earlier step (four eyes). */
  notBy?: 'proposedById' | 'proposerIds' | 'askedById';
  reads?: true;
}
type AnyRow = { [T in SubjectType]: Row<T> }[SubjectType];

const SENT = ['submitted', 'returned', 'recommended', 'declined', 'granted', 'withdrawn'] as const;
const IN_FORUM = ['submitted', 'recommended', 'declined', 'granted'] as const;
const DECIDED = ['approved', 'sent'] as const;
const FILED = ['filed', 'returned', 'accepted'] as const;
const AFTER_CLOSE = ['closed', 'recommended', 'proposed', 'approved', 'reporting', 'finished'] as const;
const DELIVERED = ['recommended', 'proposed', 'approved', 'reporting', 'finished'] as const;
const GRANTED = ['approved', 'reporting', 'finished'] as const;

// Whoever has a role, in what is their own.
const EVERYBODY = {
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

/** Who may do what, when. The buttons and the gate both read it here. */
export const POLICY = {
  'round.open': { of: 'county', by: { caseworker: 'county' } },
  'round.close': { of: 'round', by: { caseworker: 'county' }, in: ['open'] },
  'round.move-deadline': {
    of: 'round',
    by: { caseworker: 'county' },
    in: ['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting'],
  },
  'round.open-late': { of: 'round', by: { caseworker: 'county' }, in: ['open', 'closed'] },
  'round.allocate': { of: 'round', by: { caseworker: 'county' }, in: ['recommended'] },
  'round.propose': { of: 'round', by: { caseworker: 'county' }, in: ['recommended'] },
  'round.approve': { of: 'round', by: { approver: 'county' }, in: ['recommended', 'proposed'], notBy: 'proposerIds' },
  'round.return': { of: 'round', by: { approver: 'county' }, in: ['recommended', 'proposed'], notBy: 'proposerIds' },
  'agreement.register': { of: 'round', by: { caseworker: 'county' }, in: ['closed', 'recommended'] },

  'behovsmelding.create': { of: 'owner', by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated' } },
  'behovsmelding.save': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', contributor: 'writer', coordinator: 'delegated' },
    in: ['draft', 'returned'],
  },
  'behovsmelding.attend': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', contributor: 'writer', coordinator: 'delegated' },
    in: ['draft', 'returned'],
  },
  'behovsmelding.submit': {
    of: 'behovsmelding',
    by: { leader: 'own', coordinator: 'delegated' },
    in: ['draft', 'returned'],
  },
  'behovsmelding.withdraw': {
    of: 'behovsmelding',
    by: { leader: 'own', coordinator: 'delegated' },
    in: ['submitted', 'returned', 'recommended'],
  },
  'behovsmelding.reopen': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated' },
    in: ['withdrawn'],
  },
  'behovsmelding.ask-approval': { of: 'behovsmelding', by: { skoleeier: 'own' }, in: ['draft', 'returned'] },
  'behovsmelding.decline-approval': { of: 'behovsmelding', by: { leader: 'own' }, in: ['draft', 'returned'] },
  'behovsmelding.return': { of: 'behovsmelding', by: { caseworker: 'county' }, in: ['submitted'] },
  'note.write': { of: 'behovsmelding', by: { caseworker: 'county', approver: 'county' }, in: SENT },
  'behovsmelding.register-paper': { of: 'round', by: { caseworker: 'county' }, in: ['open', 'closed'] },
  'behovsmelding.confirm': {
    of: 'behovsmelding',
    by: { uh: 'partner' },
    in: ['draft', 'returned', 'submitted', 'recommended'],
  },
  'behovsmelding.decline': {
    of: 'behovsmelding',
    by: { uh: 'partner' },
    in: ['draft', 'returned', 'submitted', 'recommended'],
  },
  'behovsmelding.share': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated' },
    in: ['draft', 'returned'],
  },
  'behovsmelding.remove-partner': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated' },
    in: ['draft', 'returned'],
  },
  'behovsmelding.save-uh': { of: 'behovsmelding', by: { uh: 'partner' }, in: ['draft', 'returned'] },
  'behovsmelding.attend-uh': { of: 'behovsmelding', by: { uh: 'partner' }, in: ['draft', 'returned'] },
  'behovsmelding.add-sub-partner': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated', uh: 'partner' },
    in: ['draft', 'returned'],
  },
  'behovsmelding.remove-sub-partner': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated', uh: 'partner' },
    in: ['draft', 'returned'],
  },
  'behovsmelding.confirm-owner': {
    of: 'behovsmelding',
    by: { leader: ['own', 'party'] },
    in: ['submitted', 'recommended'],
  },
  'behovsmelding.object': { of: 'behovsmelding', by: { leader: ['own', 'party'] }, in: ['submitted', 'recommended'] },

  'delegation.give': { of: 'owner', by: { leader: 'own' } },
  'delegation.end': { of: 'delegation', by: { leader: 'own' } },

  'contributor.invite': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated' },
    in: ['draft', 'returned'],
  },
  'contributor.end': { of: 'behovsmelding', by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated' } },
  'comment.write': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', contributor: 'invited', coordinator: 'delegated', uh: 'partner' },
    in: ['draft', 'returned'],
  },
  'comment.resolve': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', contributor: 'invited', coordinator: 'delegated', uh: 'partner' },
    in: ['draft', 'returned'],
  },

  'dispensation.ask': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated' },
    in: ['draft', 'returned'],
  },
  'behovsmelding.attach': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', contributor: 'writer', coordinator: 'delegated' },
    in: ['draft', 'returned'],
  },
  'behovsmelding.detach': {
    of: 'behovsmelding',
    by: { skoleeier: 'own', leader: 'own', contributor: 'writer', coordinator: 'delegated' },
    in: ['draft', 'returned'],
  },
  'dispensation.ask-split': { of: 'round', by: { caseworker: 'county' }, in: ['recommended'] },
  'dispensation.decide': {
    of: 'dispensation',
    by: { caseworker: 'county', approver: 'county' },
    in: ['asked'],
    notBy: 'askedById',
  },
  'dispensation.decide-split': { of: 'dispensation', by: { approver: 'county' }, in: ['asked'], notBy: 'askedById' },

  'innstilling.save': { of: 'round', by: { secretariat: 'forum' }, in: ['closed'] },
  'innstilling.attend': { of: 'round', by: { secretariat: 'forum' }, in: ['closed'] },
  'innstilling.deliver': { of: 'round', by: { secretariat: 'forum' }, in: ['closed'] },

  'tildeling.approve': { of: 'tildeling', by: { approver: 'county' }, in: ['proposed'], notBy: 'proposedById' },
  'tildeling.return': { of: 'tildeling', by: { approver: 'county' }, in: ['proposed'], notBy: 'proposedById' },

  'report.save': {
    of: 'half',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated', uh: 'partner' },
    in: ['open', 'returned'],
  },
  'report.attend': {
    of: 'half',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated', uh: 'partner' },
    in: ['open', 'returned'],
  },
  'report.file-owner': { of: 'half', by: { leader: 'own', coordinator: 'delegated' }, in: ['open', 'returned'] },
  'report.file-uh': { of: 'half', by: { uh: 'partner' }, in: ['open', 'returned'] },
  'report.return': { of: 'half', by: { caseworker: 'county' }, in: ['filed'] },
  'report.accept': { of: 'half', by: { caseworker: 'county' }, in: ['filed'] },

  'report.attach': {
    of: 'half',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated', uh: 'partner' },
    in: ['open', 'returned'],
  },
  'report.detach': {
    of: 'half',
    by: { skoleeier: 'own', leader: 'own', coordinator: 'delegated', uh: 'partner' },
    in: ['open', 'returned'],
  },
  'filter.keep': { of: 'self', by: { caseworker: 'all', approver: 'all' } },
  'filter.forget': { of: 'self', by: { caseworker: 'all', approver: 'all' } },
  'file.tidy': { of: 'self', by: { system: 'all' } },
  'role.give': { of: 'organisation', by: { administrator: 'own' } },
  'role.name-administrator': { of: 'organisation', by: { caseworker: 'county' } },
  'role.give-seat': { of: 'forum', by: { secretariat: 'forum', caseworker: 'county' } },
  'role.give-office': { of: 'county', by: { caseworker: 'county' } },
  'role.end': { of: 'grant', by: { administrator: 'own', secretariat: 'forum', caseworker: 'county' } },

  'region.create': { of: 'county', by: { caseworker: 'county' } },
  'region.rename': { of: 'region', by: { caseworker: 'county' } },
  'region.dissolve': { of: 'region', by: { caseworker: 'county' } },
  'region.add-member': { of: 'region', by: { caseworker: 'county' } },
  'region.end-membership': { of: 'region', by: { caseworker: 'county' } },

  'rules.save': { of: 'county', by: { caseworker: 'county' } },
  'deadlines.save': { of: 'county', by: { caseworker: 'county' } },
  'theme.add': { of: 'county', by: { caseworker: 'county' } },
  'theme.end': { of: 'county', by: { caseworker: 'county' } },
  'forum.set-programmes': { of: 'forum', by: { caseworker: 'county' } },
  'year.open': { of: 'county', by: { caseworker: 'county' } },

  'organisation.add': { of: 'county', by: { caseworker: 'county' } },
  'organisation.take-name': { of: 'organisation', by: { caseworker: 'county' } },
  'units.refresh': { of: 'self', by: { system: 'all' } },

  'user.sign-in': { of: 'self', by: { system: 'all' } },
  'user.invite': { of: 'self', by: { system: 'all' } },
  'user.choose-language': { of: 'self', by: EVERYBODY },
  'user.choose-mail': { of: 'self', by: EVERYBODY },
  // By the signed address in an e-mail, without signing in.
  'user.stop-mail': { of: 'self', by: { system: 'all' } },
  'message.mark-read': { of: 'self', by: EVERYBODY },
  'calendar.make': { of: 'self', by: EVERYBODY },
  'calendar.end': { of: 'self', by: EVERYBODY },

  'mail.claim': { of: 'self', by: { system: 'all' } },
  'mail.settle': { of: 'self', by: { system: 'all' } },
  'mail.digest': { of: 'self', by: { system: 'all' } },
  'mail.tidy': { of: 'self', by: { system: 'all' } },
  'reminder.write': { of: 'self', by: { system: 'all' } },

  'start.read': { of: 'self', reads: true, by: EVERYBODY },
  'behovsmelding.read': {
    of: 'behovsmelding',
    reads: true,
    by: {
      // Who is only a party did not write it: it reads what was sent in its name, not what another owner is still thinking.
      skoleeier: ['own', { scope: 'party', in: SENT }],
      leader: ['own', { scope: 'party', in: SENT }],
      contributor: 'invited',
      coordinator: 'delegated',
      uh: 'partner',
      secretariat: { scope: 'forum', in: IN_FORUM },
      member: { scope: 'forum', in: IN_FORUM },
      deputy: { scope: 'forum', in: IN_FORUM },
      caseworker: { scope: 'county', in: SENT },
      approver: { scope: 'county', in: SENT },
      auditor: { scope: 'county', in: SENT },
    },
  },
  // As it stands while it is written or completed; others read what was sent.
  'behovsmelding.read-draft': {
    of: 'behovsmelding',
    reads: true,
    by: { skoleeier: 'own', leader: 'own', contributor: 'invited', coordinator: 'delegated', uh: 'partner' },
  },
  // What the owner's side says and does among itself is never Statsforvalteren's, the forum's or the public's.
  'contributor.read': {
    of: 'behovsmelding',
    reads: true,
    by: { skoleeier: 'own', leader: 'own', contributor: 'invited', coordinator: 'delegated' },
  },
  'comment.read': {
    of: 'behovsmelding',
    reads: true,
    by: { skoleeier: 'own', leader: 'own', contributor: 'invited', coordinator: 'delegated', uh: 'partner' },
  },
  // What Statsforvalteren notes for itself is never the owner's, the UH's or the forum's.
  'note.read': {
    of: 'behovsmelding',
    reads: true,
    by: { caseworker: 'county', approver: 'county', auditor: 'county' },
    in: SENT,
  },
  'round.read': {
    of: 'round',
    reads: true,
    by: {
      secretariat: 'forum',
      member: 'forum',
      deputy: 'forum',
      caseworker: 'county',
      approver: 'county',
      auditor: 'county',
      skoleeier: 'county',
      leader: 'county',
      coordinator: 'county',
    },
  },
  'round.work': { of: 'round', reads: true, by: { caseworker: 'county', approver: 'county', auditor: 'county' } },
  'allocation.read': {
    of: 'round',
    reads: true,
    by: { caseworker: 'county', approver: 'county', auditor: { scope: 'county', in: GRANTED } },
  },
  'innstilling.read': {
    of: 'round',
    reads: true,
    by: {
      secretariat: 'forum',
      member: 'forum',
      deputy: 'forum',
      caseworker: 'county',
      approver: 'county',
      auditor: { scope: 'county', in: DELIVERED },
    },
    in: AFTER_CLOSE,
  },
  'delegation.read': {
    of: 'delegation',
    reads: true,
    by: {
      caseworker: 'county',
      approver: 'county',
      auditor: 'county',
      skoleeier: 'own',
      leader: 'own',
      coordinator: 'delegated',
    },
  },
  'dispensation.read': {
    of: 'dispensation',
    reads: true,
    by: {
      caseworker: 'county',
      approver: 'county',
      auditor: 'county',
      skoleeier: 'own',
      leader: 'own',
      coordinator: 'delegated',
    },
  },
  'tildeling.read': {
    of: 'tildeling',
    reads: true,
    by: {
      caseworker: 'county',
      approver: 'county',
      auditor: { scope: 'county', in: DECIDED },
      secretariat: { scope: 'forum', in: DECIDED },
      member: { scope: 'forum', in: DECIDED },
      deputy: { scope: 'forum', in: DECIDED },
      skoleeier: { scope: 'own', in: DECIDED },
      leader: { scope: 'own', in: DECIDED },
      coordinator: { scope: 'delegated', in: DECIDED },
      uh: { scope: 'partner', in: DECIDED },
      public: { scope: 'all', in: DECIDED },
    },
  },
  'report.read': {
    of: 'report',
    reads: true,
    by: {
      skoleeier: 'own',
      leader: 'own',
      coordinator: 'delegated',
      uh: 'partner',
      caseworker: { scope: 'county', in: FILED },
      approver: { scope: 'county', in: FILED },
      auditor: { scope: 'county', in: FILED },
      secretariat: { scope: 'forum', in: FILED },
      member: { scope: 'forum', in: FILED },
      deputy: { scope: 'forum', in: FILED },
    },
  },
  'people.read': {
    of: 'organisation',
    reads: true,
    by: { administrator: 'own', caseworker: 'county', approver: 'county', auditor: 'county' },
  },
  'forum.read': {
    of: 'forum',
    reads: true,
    by: {
      secretariat: 'forum',
      member: 'forum',
      deputy: 'forum',
      caseworker: 'county',
      approver: 'county',
      auditor: 'county',
    },
  },
  'region.read': { of: 'region', reads: true, by: { caseworker: 'county', approver: 'county', auditor: 'county' } },
  'setup.read': { of: 'county', reads: true, by: { caseworker: 'county', approver: 'county', auditor: 'county' } },
  'organisation.read': {
    of: 'county',
    reads: true,
    by: { caseworker: 'county', approver: 'county', auditor: 'county' },
  },
  'log.read': { of: 'county', reads: true, by: { caseworker: 'county', approver: 'county', auditor: 'county' } },
  'calendar.read': { of: 'self', reads: true, by: { public: 'all' } },
  'message.read': { of: 'self', reads: true, by: EVERYBODY },
  'register.read': { of: 'register', reads: true, by: { public: 'all' } },
} as const satisfies Record<string, AnyRow>;

export type Action = keyof typeof POLICY;
export type SubjectOf<A extends Action> = Subjects[(typeof POLICY)[A]['of']];
