import { describe, expect, it, test } from 'vitest';
import { holds, isWriting, kindOf, may, mightEver, PUBLIC, reach, speaksFor, type Reach } from '#lib/domain/policy/may';
import { ROLES, type Actor, type Role } from '#lib/domain/policy/row';
import { joinedRows, POLICY, type Action } from '#lib/domain/policy/policy';
import { DISPENSATION_STATES, HALF_STATES, NEED_STATES, ROUND_STATES, TILDELING_STATES } from '#lib/domain/states';
import { EVERYWHERE, EXPECTED } from '#tests/support/policy-matrix';
import { ANY, NOT_A_DRAFT } from '#tests/support/policy-states';

const STATES: Readonly<Record<string, readonly string[]>> = {
  round: ROUND_STATES,
  behovsmelding: NEED_STATES,
  dispensation: DISPENSATION_STATES,
  tildeling: TILDELING_STATES,
  half: HALF_STATES,
  report: HALF_STATES,
};
const statesOf = (action: Action): readonly string[] => STATES[kindOf(action)] ?? ANY;
const ACTIONS = Object.keys(POLICY).filter((action): action is Action => action in POLICY);

const grant = (role: Role, place: string) => ({
  role,
  organisationId: `organisation ${place}`,
  regionId: `region ${place}`,
  countyId: `county ${place}`,
  forumId: `forum ${place}`,
});
const person = (role: Role, place: string): Actor => ({
  userId: place === 'here' ? 'me' : 'me elsewhere',
  name: 'Kari',
  grants: [grant(role, place)],
});

/** A record that lies here, with all that any row may ask about; the policy reads what its kind has. */
const record = (state: string, change: object = {}): never =>
  ({
    state,
    countyId: 'county here',
    forumId: 'forum here',
    ownerIds: ['organisation here'],
    partyIds: ['organisation here'],
    uhIds: ['organisation here'],
    delegatedRegionIds: ['region here'],
    commenterIds: [],
    writerIds: ['me'],
    proposedById: 'another',
    proposerIds: ['another'],
    askedById: 'another',
    ...change,
  }) as never;

const expected = (action: Action, role: Role, state: string, place: string): boolean => {
  const everybody = EXPECTED[action].public?.includes(state) === true;
  return (
    everybody || ((place === 'here' || EVERYWHERE.includes(action)) && EXPECTED[action][role]?.includes(state) === true)
  );
};

describe('who may do what, when', () => {
  test.each(ACTIONS)('%s is for the roles, places and states of the matrix, and no other', (action) => {
    for (const role of ROLES)
      for (const state of statesOf(action))
        for (const place of ['here', 'elsewhere']) {
          const said = { action, role, state, place };
          expect({ ...said, may: may(person(role, place), action, record(state)) }).toEqual({
            ...said,
            may: expected(action, role, state, place),
          });
        }
  });

  test.each(ACTIONS)('%s gives a list the same records as the gate lets through', (action) => {
    const held: Readonly<Record<Reach['scope'], readonly string[]>> = {
      own: ['organisation here'],
      invited: ['me'],
      writer: ['me'],
      party: ['organisation here'],
      partner: ['organisation here'],
      delegated: ['region here'],
      forum: ['forum here'],
      county: ['county here'],
      all: [''],
    };
    for (const role of ROLES)
      for (const state of statesOf(action))
        for (const place of ['here', 'elsewhere']) {
          const actor = person(role, place);
          const listed = reach(actor, action).some(
            ({ scope, id, states }) => held[scope].includes(id) && (states === null || states.includes(state)),
          );
          expect({ action, role, state, place, listed }).toEqual({
            action,
            role,
            state,
            place,
            listed: may(actor, action, record(state)),
          });
        }
  });

  it('needs the role and the place in one grant: a caseworker there and an owner here is no caseworker here', () => {
    const actor: Actor = {
      userId: 'me',
      name: 'Kari',
      grants: [grant('caseworker', 'elsewhere'), grant('leader', 'here')],
    };
    expect(may(actor, 'behovsmelding.return', record('submitted'))).toBe(false);
    expect(may(actor, 'behovsmelding.withdraw', record('submitted'))).toBe(true);
  });

  it('lets an owner it is only on behalf of read what was sent and answer for itself, and neither read a draft nor write', () => {
    const party = (state: string) =>
      record(state, { ownerIds: ['organisation elsewhere'], uhIds: [], delegatedRegionIds: [] });
    for (const role of ['leader', 'skoleeier'] as const) {
      expect(NEED_STATES.filter((state) => may(person(role, 'here'), 'behovsmelding.read', party(state)))).toEqual(
        NOT_A_DRAFT,
      );
      for (const action of [
        'behovsmelding.save',
        'behovsmelding.submit',
        'behovsmelding.withdraw',
        'behovsmelding.share',
      ] as const)
        for (const state of NEED_STATES) expect(may(person(role, 'here'), action, party(state))).toBe(false);
      expect(
        NEED_STATES.filter((state) => may(person(role, 'here'), 'behovsmelding.confirm-owner', party(state))),
      ).toEqual(role === 'leader' ? ['submitted', 'recommended'] : []);
    }
  });

  it('lets whoever is asked to comment read and not write, and whoever is no longer asked do neither', () => {
    const contributor = person('contributor', 'here');
    const asked = (change: object) =>
      (['behovsmelding.read', 'behovsmelding.save'] as const).map((action) =>
        may(contributor, action, record('draft', change)),
      );
    expect([asked({}), asked({ writerIds: [], commenterIds: ['me'] }), asked({ writerIds: ['another'] })]).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  it('lets a coordinator act only for owners that have handed their work to the region', () => {
    for (const action of [
      'behovsmelding.create',
      'behovsmelding.save',
      'behovsmelding.submit',
      'report.save',
      'report.file-owner',
    ] as const) {
      expect(
        may(person('coordinator', 'here'), action, record(statesOf(action)[0] ?? '', { delegatedRegionIds: [] })),
      ).toBe(false);
    }
  });

  it('lets a person without a role see what the public sees, and change nothing', () => {
    const nobody: Actor = { userId: 'me', name: 'Kari', grants: [] };
    for (const actor of [nobody, PUBLIC])
      expect(ACTIONS.filter((action) => mightEver(actor, action))).toEqual([
        'tildeling.read',
        'calendar.read',
        'register.read',
      ]);
  });
});

describe('an auditor', () => {
  it('changes nothing anywhere, in any state, but how they read, and what they have read', () => {
    const changes = ACTIONS.filter(isWriting).flatMap((action) =>
      statesOf(action)
        .filter((state) => may(person('auditor', 'here'), action, record(state)))
        .map((state) => `${action} ${state}`),
    );
    expect(changes).toEqual([
      'user.choose-language -',
      'user.choose-mail -',
      'message.mark-read -',
      'calendar.make -',
      'calendar.end -',
    ]);
  });

  it('reads all that the county has, but for what is not sent, delivered or decided, and what an owner’s side says among itself', () => {
    const unread = ACTIONS.filter((action) => !isWriting(action)).flatMap((action) =>
      statesOf(action)
        .filter((state) => !may(person('auditor', 'here'), action, record(state)))
        .map((state) => `${action} ${state}`),
    );
    const expectedUnread = [
      'behovsmelding.read draft',
      ...['behovsmelding.read-draft', 'contributor.read', 'comment.read'].flatMap((action) =>
        NEED_STATES.map((state) => `${action} ${state}`),
      ),
      'note.read draft',
      ...['open', 'closed', 'recommended', 'proposed'].map((state) => `allocation.read ${state}`),
      'innstilling.read open',
      'innstilling.read closed',
      'tildeling.read draft',
      'tildeling.read proposed',
      'report.read open',
    ];
    expect(unread.toSorted()).toEqual(expectedUnread.toSorted());
  });
});

describe('the table of rows', () => {
  it('is joined of rows that stand in one file each', () => {
    const one = { 'round.read': 'a row' } as const;
    const other = { 'round.work': 'a row' } as const;
    expect(joinedRows([one, other])).toEqual({ ...one, ...other });
    // @ts-expect-error -- an action with a row in two files does not compile
    joinedRows([one, other, one]);
  });
});

describe('what somebody holds', () => {
  const coordinator = person('coordinator', 'here');

  it('is a role at a place: the same role elsewhere, or another role there, is not', () => {
    expect(speaksFor(person('leader', 'here'), 'leader', 'organisation here')).toBe(true);
    expect(speaksFor(person('leader', 'here'), 'leader', 'organisation elsewhere')).toBe(false);
    expect(speaksFor(person('skoleeier', 'here'), 'leader', 'organisation here')).toBe(false);
  });

  test.each(['organisationId', 'regionId', 'countyId', 'forumId'] as const)('is asked for by its %s', (place) => {
    const kind = place.replace('Id', '');
    expect(holds(coordinator, { role: 'coordinator', [place]: `${kind} here` })).toBe(true);
    expect(holds(coordinator, { role: 'coordinator', [place]: `${kind} elsewhere` })).toBe(false);
  });

  it('is not made up of one role here and another elsewhere', () => {
    const both: Actor = { ...coordinator, grants: [grant('coordinator', 'here'), grant('leader', 'elsewhere')] };
    expect(holds(both, { role: 'leader', regionId: 'region here' })).toBe(false);
    expect(holds(both, { role: 'leader' })).toBe(true);
  });
});
