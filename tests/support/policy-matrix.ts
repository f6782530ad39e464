import type { Action, Role } from '#lib/domain/policy';

type May = Partial<Record<Role, readonly string[]>>;

// The permission matrix, written out by hand: action → role → the states in which a person with that role in the
// record's own place may do it. ANY stands for records that have no state.
export const ANY = ['-'] as const;
const EVERY_ROUND = ['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting', 'finished'];
export const NOT_A_DRAFT = ['submitted', 'returned', 'recommended', 'declined', 'granted', 'withdrawn'];
const EVERY_NEED = ['draft', ...NOT_A_DRAFT];
const IN_THE_FORUM = ['submitted', 'recommended', 'declined', 'granted'];
const CLOSED = ['closed', 'recommended', 'proposed', 'approved', 'reporting', 'finished'];
const EVERY_HALF = ['open', 'filed', 'returned', 'accepted'];
const HAS_BEEN_FILED = ['filed', 'returned', 'accepted'];
const EVERY_DISPENSATION = ['asked', 'granted', 'refused'];

const EVERYBODY: May = { skoleeier: ANY, leader: ANY, contributor: ANY, coordinator: ANY, uh: ANY, secretariat: ANY, member: ANY, deputy: ANY, caseworker: ANY, approver: ANY, auditor: ANY, administrator: ANY };

export const EXPECTED: Record<Action, May> = {
  'round.open': { caseworker: ANY },
  'round.close': { caseworker: ['open'] },
  'round.move-deadline': { caseworker: EVERY_ROUND.filter((state) => state !== 'finished') },
  'round.open-late': { caseworker: ['open', 'closed'] },
  'round.allocate': { caseworker: ['recommended'] },
  'round.propose': { caseworker: ['recommended'] },
  'round.approve': { approver: ['recommended', 'proposed'] },
  'round.return': { approver: ['recommended', 'proposed'] },
  'agreement.register': { caseworker: ['closed', 'recommended'] },
  'behovsmelding.create': { skoleeier: ANY, leader: ANY, coordinator: ANY },
  'behovsmelding.save': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], contributor: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.attend': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], contributor: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  // Who only writes for an owner does not send: the owner's leader does, or whom the owner has handed it to in writing.
  'behovsmelding.submit': { leader: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.withdraw': { leader: ['submitted', 'returned', 'recommended'], coordinator: ['submitted', 'returned', 'recommended'] },
  'behovsmelding.reopen': { skoleeier: ['withdrawn'], leader: ['withdrawn'], coordinator: ['withdrawn'] },
  'behovsmelding.ask-approval': { skoleeier: ['draft', 'returned'] },
  'behovsmelding.decline-approval': { leader: ['draft', 'returned'] },
  'behovsmelding.return': { caseworker: ['submitted'] },
  'note.write': { caseworker: NOT_A_DRAFT, approver: NOT_A_DRAFT },
  'behovsmelding.register-paper': { caseworker: ['open', 'closed'] },
  'behovsmelding.confirm': { uh: ['draft', 'returned', 'submitted', 'recommended'] },
  'behovsmelding.decline': { uh: ['draft', 'returned', 'submitted', 'recommended'] },
  'behovsmelding.share': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.save-uh': { uh: ['draft', 'returned'] },
  'behovsmelding.remove-partner': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.add-sub-partner': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'], uh: ['draft', 'returned'] },
  'behovsmelding.remove-sub-partner': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'], uh: ['draft', 'returned'] },
  'behovsmelding.confirm-owner': { leader: ['submitted', 'recommended'] },
  'behovsmelding.object': { leader: ['submitted', 'recommended'] },
  'delegation.give': { leader: ANY },
  'delegation.end': { leader: ANY },
  'contributor.invite': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'contributor.end': { skoleeier: EVERY_NEED, leader: EVERY_NEED, coordinator: EVERY_NEED },
  'comment.write': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], contributor: ['draft', 'returned'], coordinator: ['draft', 'returned'], uh: ['draft', 'returned'] },
  'comment.resolve': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], contributor: ['draft', 'returned'], coordinator: ['draft', 'returned'], uh: ['draft', 'returned'] },
  'dispensation.ask': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.attach': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], contributor: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.detach': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], contributor: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'dispensation.ask-split': { caseworker: ['recommended'] },
  'dispensation.decide': { caseworker: ['asked'], approver: ['asked'] },
  'dispensation.decide-split': { approver: ['asked'] },
  // Statsforvalteren never votes and never writes the innstilling.
  'innstilling.save': { secretariat: ['closed'] },
  'innstilling.attend': { secretariat: ['closed'] },
  'innstilling.deliver': { secretariat: ['closed'] },
  'tildeling.approve': { approver: ['proposed'] },
  'tildeling.return': { approver: ['proposed'] },
  'report.save': { skoleeier: ['open', 'returned'], leader: ['open', 'returned'], coordinator: ['open', 'returned'], uh: ['open', 'returned'] },
  'report.attend': { skoleeier: ['open', 'returned'], leader: ['open', 'returned'], coordinator: ['open', 'returned'], uh: ['open', 'returned'] },
  'report.file-owner': { leader: ['open', 'returned'], coordinator: ['open', 'returned'] },
  'report.file-uh': { uh: ['open', 'returned'] },
  'report.return': { caseworker: ['filed'] },
  'report.accept': { caseworker: ['filed'] },
  'report.attach': { skoleeier: ['open', 'returned'], leader: ['open', 'returned'], coordinator: ['open', 'returned'], uh: ['open', 'returned'] },
  'report.detach': { skoleeier: ['open', 'returned'], leader: ['open', 'returned'], coordinator: ['open', 'returned'], uh: ['open', 'returned'] },
  'filter.keep': { caseworker: ANY, approver: ANY },
  'filter.forget': { caseworker: ANY, approver: ANY },
  'file.tidy': { system: ANY },
  'role.give': { administrator: ANY },
  'role.name-administrator': { caseworker: ANY },
  'role.give-seat': { secretariat: ANY, caseworker: ANY },
  'role.give-office': { caseworker: ANY },
  'role.end': { administrator: ANY, secretariat: ANY, caseworker: ANY },
  'region.create': { caseworker: ANY },
  'region.rename': { caseworker: ANY },
  'region.dissolve': { caseworker: ANY },
  'region.add-member': { caseworker: ANY },
  'region.end-membership': { caseworker: ANY },
  'rules.save': { caseworker: ANY },
  'deadlines.save': { caseworker: ANY },
  'theme.add': { caseworker: ANY },
  'theme.end': { caseworker: ANY },
  'forum.set-programmes': { caseworker: ANY },
  'year.open': { caseworker: ANY },
  'organisation.add': { caseworker: ANY },
  'organisation.take-name': { caseworker: ANY },
  'units.refresh': { system: ANY },
  'user.sign-in': { system: ANY },
  'user.invite': { system: ANY },
  'user.choose-language': EVERYBODY,
  'user.choose-mail': EVERYBODY,
  'user.stop-mail': { system: ANY },
  'message.mark-read': EVERYBODY,
  'calendar.make': EVERYBODY,
  'calendar.end': EVERYBODY,
  'mail.claim': { system: ANY },
  'mail.settle': { system: ANY },
  'mail.digest': { system: ANY },
  'mail.tidy': { system: ANY },
  'reminder.write': { system: ANY },
  'start.read': EVERYBODY,
  'behovsmelding.read': { skoleeier: EVERY_NEED, leader: EVERY_NEED, contributor: EVERY_NEED, coordinator: EVERY_NEED, uh: EVERY_NEED, secretariat: IN_THE_FORUM, member: IN_THE_FORUM, deputy: IN_THE_FORUM, caseworker: NOT_A_DRAFT, approver: NOT_A_DRAFT, auditor: NOT_A_DRAFT },
  // Never Statsforvalteren's, the forum's, the auditor's or the public's.
  'contributor.read': { skoleeier: EVERY_NEED, leader: EVERY_NEED, contributor: EVERY_NEED, coordinator: EVERY_NEED },
  'comment.read': { skoleeier: EVERY_NEED, leader: EVERY_NEED, contributor: EVERY_NEED, coordinator: EVERY_NEED, uh: EVERY_NEED },
  'note.read': { caseworker: NOT_A_DRAFT, approver: NOT_A_DRAFT, auditor: NOT_A_DRAFT },
  'round.read': { skoleeier: EVERY_ROUND, leader: EVERY_ROUND, coordinator: EVERY_ROUND, secretariat: EVERY_ROUND, member: EVERY_ROUND, deputy: EVERY_ROUND, caseworker: EVERY_ROUND, approver: EVERY_ROUND, auditor: EVERY_ROUND },
  'round.work': { caseworker: EVERY_ROUND, approver: EVERY_ROUND, auditor: EVERY_ROUND },
  // An auditor reads what has been sent: an innstilling once it is delivered, amounts once they are decided.
  'allocation.read': { caseworker: EVERY_ROUND, approver: EVERY_ROUND, auditor: ['approved', 'reporting', 'finished'] },
  'innstilling.read': { secretariat: CLOSED, member: CLOSED, deputy: CLOSED, caseworker: CLOSED, approver: CLOSED, auditor: CLOSED.filter((state) => state !== 'closed') },
  'delegation.read': { skoleeier: ANY, leader: ANY, coordinator: ANY, caseworker: ANY, approver: ANY, auditor: ANY },
  'dispensation.read': { skoleeier: EVERY_DISPENSATION, leader: EVERY_DISPENSATION, coordinator: EVERY_DISPENSATION, caseworker: EVERY_DISPENSATION, approver: EVERY_DISPENSATION, auditor: EVERY_DISPENSATION },
  'tildeling.read': { public: ['approved', 'sent'], caseworker: ['draft', 'proposed', 'approved', 'sent'], approver: ['draft', 'proposed', 'approved', 'sent'] },
  'report.read': { skoleeier: EVERY_HALF, leader: EVERY_HALF, coordinator: EVERY_HALF, uh: EVERY_HALF, secretariat: HAS_BEEN_FILED, member: HAS_BEEN_FILED, deputy: HAS_BEEN_FILED, caseworker: HAS_BEEN_FILED, approver: HAS_BEEN_FILED, auditor: HAS_BEEN_FILED },
  'message.read': EVERYBODY,
  'calendar.read': { public: ANY },
  'people.read': { administrator: ANY, caseworker: ANY, approver: ANY, auditor: ANY },
  'forum.read': { secretariat: ANY, member: ANY, deputy: ANY, caseworker: ANY, approver: ANY, auditor: ANY },
  'region.read': { caseworker: ANY, approver: ANY, auditor: ANY },
  'setup.read': { caseworker: ANY, approver: ANY, auditor: ANY },
  'organisation.read': { caseworker: ANY, approver: ANY, auditor: ANY },
  'log.read': { caseworker: ANY, approver: ANY, auditor: ANY },
  'register.read': { public: ANY },
};

/** What a person may whatever their place: their own front page, what the portal itself does, and what is public. */
export const EVERYWHERE: readonly Action[] = ['start.read', 'filter.keep', 'filter.forget', 'file.tidy', 'user.sign-in', 'user.invite', 'user.choose-language', 'message.mark-read', 'message.read', 'units.refresh',
  'user.choose-mail', 'user.stop-mail', 'calendar.make', 'calendar.end', 'mail.claim', 'mail.settle', 'mail.digest', 'mail.tidy', 'reminder.write'];
