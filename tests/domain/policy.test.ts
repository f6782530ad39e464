import { describe, expect, it, test } from 'vitest';
import { isWriting, kindOf, may, mightEver, PUBLIC, reach, type Reach } from '#lib/domain/may';
import { POLICY, ROLES, type Action, type Actor, type Role } from '#lib/domain/policy';
import { DISPENSATION_STATES, HALF_STATES, NEED_STATES, ROUND_STATES, TILDELING_STATES } from '#lib/domain/states';

type May = Partial<Record<Role, readonly string[]>>;

// The permission matrix, written out by hand: action → role → the states in which a person with that role in the
// record's own place may do it. ANY stands for records that have no state.
const ANY = ['-'] as const;
const EVERY_ROUND = ['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting', 'finished'];
const NOT_A_DRAFT = ['submitted', 'returned', 'recommended', 'declined', 'granted', 'withdrawn'];
const EVERY_NEED = ['draft', ...NOT_A_DRAFT];
const IN_THE_FORUM = ['submitted', 'recommended', 'declined', 'granted'];
const CLOSED = ['closed', 'recommended', 'proposed', 'approved', 'reporting', 'finished'];
const EVERY_HALF = ['open', 'filed', 'returned', 'accepted'];
const HAS_BEEN_FILED = ['filed', 'returned', 'accepted'];
const EVERY_DISPENSATION = ['asked', 'granted', 'refused'];

const EVERYBODY: May = { skoleeier: ANY, leader: ANY, contributor: ANY, coordinator: ANY, uh: ANY, secretariat: ANY, member: ANY, deputy: ANY, caseworker: ANY, approver: ANY, auditor: ANY, administrator: ANY };

const EXPECTED: Record<Action, May> = {
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
  // Who only writes for an owner does not send: the owner's leader does, or whom the owner has handed it to in writing.
  'behovsmelding.submit': { leader: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.withdraw': { leader: ['submitted', 'returned', 'recommended'], coordinator: ['submitted', 'returned', 'recommended'] },
  'behovsmelding.reopen': { skoleeier: ['withdrawn'], leader: ['withdrawn'], coordinator: ['withdrawn'] },
  'behovsmelding.return': { caseworker: ['submitted'] },
  'behovsmelding.confirm': { uh: ['draft', 'returned', 'submitted', 'recommended'] },
  'behovsmelding.decline': { uh: ['draft', 'returned', 'submitted', 'recommended'] },
  'behovsmelding.share': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.save-uh': { uh: ['draft', 'returned'] },
  'behovsmelding.add-sub-partner': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'], uh: ['draft', 'returned'] },
  'behovsmelding.remove-sub-partner': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'], uh: ['draft', 'returned'] },
  'behovsmelding.confirm-owner': { leader: ['submitted', 'recommended'] },
  'behovsmelding.object': { leader: ['submitted', 'recommended'] },
  'delegation.give': { leader: ANY },
  'delegation.end': { leader: ANY },
  'dispensation.ask': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.attach': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], contributor: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'behovsmelding.detach': { skoleeier: ['draft', 'returned'], leader: ['draft', 'returned'], contributor: ['draft', 'returned'], coordinator: ['draft', 'returned'] },
  'dispensation.ask-split': { caseworker: ['recommended'] },
  'dispensation.decide': { caseworker: ['asked'], approver: ['asked'] },
  'dispensation.decide-split': { approver: ['asked'] },
  // Statsforvalteren never votes and never writes the innstilling.
  'innstilling.save': { secretariat: ['closed'] },
  'innstilling.deliver': { secretariat: ['closed'] },
  'tildeling.approve': { approver: ['proposed'] },
  'tildeling.return': { approver: ['proposed'] },
  'report.save': { skoleeier: ['open', 'returned'], leader: ['open', 'returned'], coordinator: ['open', 'returned'], uh: ['open', 'returned'] },
  'report.file-owner': { leader: ['open', 'returned'], coordinator: ['open', 'returned'] },
  'report.file-uh': { uh: ['open', 'returned'] },
  'report.return': { caseworker: ['filed'] },
  'report.accept': { caseworker: ['filed'] },
  'report.attach': { skoleeier: ['open', 'returned'], leader: ['open', 'returned'], coordinator: ['open', 'returned'], uh: ['open', 'returned'] },
  'report.detach': { skoleeier: ['open', 'returned'], leader: ['open', 'returned'], coordinator: ['open', 'returned'], uh: ['open', 'returned'] },
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
  'organisation.add': { caseworker: ANY },
  'organisation.take-name': { caseworker: ANY },
  'units.refresh': { system: ANY },
  'user.sign-in': { system: ANY },
  'user.invite': { system: ANY },
  'user.choose-language': EVERYBODY,
  'user.choose-mail': EVERYBODY,
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
  'organisation.read': { caseworker: ANY, approver: ANY, auditor: ANY },
  'log.read': { caseworker: ANY, approver: ANY, auditor: ANY },
  'register.read': { public: ANY },
};

/** What a person may whatever their place: their own front page, what the portal itself does, and what is public. */
const EVERYWHERE: readonly Action[] = ['start.read', 'file.tidy', 'user.sign-in', 'user.invite', 'user.choose-language', 'message.mark-read', 'message.read', 'units.refresh',
  'user.choose-mail', 'calendar.make', 'calendar.end', 'mail.claim', 'mail.settle', 'mail.digest', 'mail.tidy', 'reminder.write'];

const STATES: Readonly<Record<string, readonly string[]>> = {
  round: ROUND_STATES, behovsmelding: NEED_STATES, dispensation: DISPENSATION_STATES, tildeling: TILDELING_STATES, half: HALF_STATES, report: HALF_STATES,
};
const statesOf = (action: Action): readonly string[] => STATES[kindOf(action)] ?? ANY;
const ACTIONS = Object.keys(POLICY).filter((action): action is Action => action in POLICY);

const grant = (role: Role, place: string) => ({ role, organisationId: `organisation ${place}`, regionId: `region ${place}`, countyId: `county ${place}`, forumId: `forum ${place}` });
const person = (role: Role, place: string): Actor => ({ userId: place === 'here' ? 'me' : 'me elsewhere', name: 'Kari', grants: [grant(role, place)] });

/** A record that lies here, with all that any row may ask about; the policy reads what its kind has. */
const record = (state: string, change: object = {}): never =>
  ({
    state, countyId: 'county here', forumId: 'forum here', ownerIds: ['organisation here'], partyIds: ['organisation here'], uhIds: ['organisation here'], delegatedRegionIds: ['region here'], commenterIds: [], writerIds: ['me'],
    proposedById: 'another', proposerIds: ['another'], askedById: 'another', ...change,
  }) as never;

const expected = (action: Action, role: Role, state: string, place: string): boolean => {
  const everybody = EXPECTED[action].public?.includes(state) === true;
  return everybody || ((place === 'here' || EVERYWHERE.includes(action)) && EXPECTED[action][role]?.includes(state) === true);
};

describe('who may do what, when', () => {
  test.each(ACTIONS)('%s is for the roles, places and states of the matrix, and no other', (action) => {
    for (const role of ROLES) for (const state of statesOf(action)) for (const place of ['here', 'elsewhere']) {
      const said = { action, role, state, place };
      expect({ ...said, may: may(person(role, place), action, record(state)) }).toEqual({ ...said, may: expected(action, role, state, place) });
    }
  });

  test.each(ACTIONS)('%s gives a list the same records as the gate lets through', (action) => {
    const held: Readonly<Record<Reach['scope'], readonly string[]>> = {
      own: ['organisation here'], invited: ['me'], writer: ['me'], party: ['organisation here'], partner: ['organisation here'], delegated: ['region here'], forum: ['forum here'], county: ['county here'], all: [''],
    };
    for (const role of ROLES) for (const state of statesOf(action)) for (const place of ['here', 'elsewhere']) {
      const actor = person(role, place);
      const listed = reach(actor, action).some(({ scope, id, states }) => held[scope].includes(id) && (states === null || states.includes(state)));
      expect({ action, role, state, place, listed }).toEqual({ action, role, state, place, listed: may(actor, action, record(state)) });
    }
  });

  it('needs the role and the place in one grant: a caseworker there and an owner here is no caseworker here', () => {
    const actor: Actor = { userId: 'me', name: 'Kari', grants: [grant('caseworker', 'elsewhere'), grant('leader', 'here')] };
    expect(may(actor, 'behovsmelding.return', record('submitted'))).toBe(false);
    expect(may(actor, 'behovsmelding.withdraw', record('submitted'))).toBe(true);
  });

  it('lets an owner it is only on behalf of read what was sent and answer for itself, and neither read a draft nor write', () => {
    const party = (state: string) => record(state, { ownerIds: ['organisation elsewhere'], uhIds: [], delegatedRegionIds: [] });
    for (const role of ['leader', 'skoleeier'] as const) {
      expect(NEED_STATES.filter((state) => may(person(role, 'here'), 'behovsmelding.read', party(state)))).toEqual(NOT_A_DRAFT);
      for (const action of ['behovsmelding.save', 'behovsmelding.submit', 'behovsmelding.withdraw', 'behovsmelding.share'] as const) for (const state of NEED_STATES) expect(may(person(role, 'here'), action, party(state))).toBe(false);
      expect(NEED_STATES.filter((state) => may(person(role, 'here'), 'behovsmelding.confirm-owner', party(state)))).toEqual(role === 'leader' ? ['submitted', 'recommended'] : []);
    }
  });

  it('lets whoever is asked to comment read and not write, and whoever is no longer asked do neither', () => {
    const contributor = person('contributor', 'here');
    const asked = (change: object) => (['behovsmelding.read', 'behovsmelding.save'] as const).map((action) => may(contributor, action, record('draft', change)));
    expect([asked({}), asked({ writerIds: [], commenterIds: ['me'] }), asked({ writerIds: ['another'] })]).toEqual([[true, true], [true, false], [false, false]]);
  });

  it('lets a coordinator act only for owners that have handed their work to the region', () => {
    for (const action of ['behovsmelding.create', 'behovsmelding.save', 'behovsmelding.submit', 'report.save', 'report.file-owner'] as const) {
      expect(may(person('coordinator', 'here'), action, record(statesOf(action)[0] ?? '', { delegatedRegionIds: [] }))).toBe(false);
    }
  });

  it('lets a person without a role see what the public sees, and change nothing', () => {
    const nobody: Actor = { userId: 'me', name: 'Kari', grants: [] };
    for (const actor of [nobody, PUBLIC]) expect(ACTIONS.filter((action) => mightEver(actor, action))).toEqual(['tildeling.read', 'calendar.read', 'register.read']);
  });
});

describe('an auditor', () => {
  it('changes nothing anywhere, in any state, but how they read, and what they have read', () => {
    const changes = ACTIONS.filter(isWriting).flatMap((action) => statesOf(action).filter((state) => may(person('auditor', 'here'), action, record(state))).map((state) => `${action} ${state}`));
    expect(changes).toEqual(['user.choose-language -', 'user.choose-mail -', 'message.mark-read -', 'calendar.make -', 'calendar.end -']);
  });

  it('reads all that the county has, but for what is not sent, delivered or decided', () => {
    const unread = ACTIONS.filter((action) => !isWriting(action)).flatMap((action) => statesOf(action).filter((state) => !may(person('auditor', 'here'), action, record(state))).map((state) => `${action} ${state}`));
    expect(unread).toEqual([
      'behovsmelding.read draft', ...['open', 'closed', 'recommended', 'proposed'].map((state) => `allocation.read ${state}`),
      'innstilling.read open', 'innstilling.read closed', 'tildeling.read draft', 'tildeling.read proposed', 'report.read open',
    ]);
  });
});
