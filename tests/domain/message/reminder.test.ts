import { describe, expect, it, test } from 'vitest';
import type { Actor, Role } from '#lib/domain/policy/row';
import { remindersFor, stepOf, type OpenThing } from '#lib/domain/message/reminder';
import { day } from '#tests/support/day';

const lastDay = day('2027-02-01');
const morning = (day: string): Date => new Date(`${day}T06:00:00Z`);

test.each([
  ['2027-01-17', null], // 15 days left
  ['2027-01-18', 14], // 14 days left
  ['2027-01-23', 14], // the day itself was missed
  ['2027-01-28', 14], // 4 days left
  ['2027-01-29', 3],
  ['2027-02-01', 3], // the last day
  ['2027-02-02', null], // passed
] as const)('on %s the reminder due is that of %s days', (day, step) =>
  expect(stepOf(lastDay, morning(day))).toBe(step),
);

test('the day is that of Oslo: 23.30 UTC on 17 January is 18 January there', () =>
  expect(stepOf(lastDay, new Date('2027-01-17T23:30:00Z'))).toBe(14));

describe('who is reminded of what', () => {
  const person = (role: Role, place: object): Actor => ({
    userId: role,
    name: role,
    grants: [{ role, organisationId: null, regionId: null, countyId: null, forumId: null, ...place }],
  });
  const owner = person('skoleeier', { organisationId: 'fauske' });
  const uh = person('uh', { organisationId: 'nord' });
  const need = (change: Partial<OpenThing> = {}): OpenThing => ({
    kind: 'reminder-need',
    roundId: 'r',
    programme: 'DEKOMP',
    year: 2027,
    lastDay,
    title: 'Lesing',
    record: {
      countyId: 'nordland',
      forumId: 'forum',
      state: 'draft',
      ownerIds: ['fauske'],
      delegatedRegionIds: [],
      uhIds: ['nord'],
      commenterIds: [],
      writerIds: [],
    },
    ...change,
  });
  const now = morning('2027-01-29');

  it('one reminder of all that is open for a person in a round, and its title when it is one', () => {
    const both = remindersFor(
      [need(), need({ title: 'Regning' })].map((thing) => ({ thing, persons: [owner] })),
      now,
    );
    expect(both).toEqual([
      {
        kind: 'reminder-need',
        subjectId: 'r',
        to: [{ userId: 'skoleeier' }],
        once: 'reminder-need:r:2027-02-01:3',
        details: { programme: 'DEKOMP', year: 2027, lastDay: '2027-02-01', days: 3, count: 2, title: '' },
      },
    ]);
    expect(remindersFor([{ thing: need(), persons: [owner] }], now)[0]?.details).toMatchObject({
      count: 1,
      title: 'Lesing',
    });
  });
  it('nobody of what the policy does not let them do as it is now', () => {
    expect(remindersFor([{ thing: need(), persons: [uh] }], now)).toEqual([]);
    expect(
      remindersFor([{ thing: need({ record: { ...need().record, state: 'submitted' } }), persons: [owner] }], now),
    ).toEqual([]);
    expect(
      remindersFor([{ thing: need({ kind: 'reminder-confirm' }), persons: [uh, owner] }], now).map(({ to }) => to),
    ).toEqual([[{ userId: 'uh' }]]);
    const approver = person('approver', { countyId: 'nordland' });
    const proposed = {
      kind: 'reminder-approve' as const,
      record: { countyId: 'nordland', forumId: 'forum', state: 'proposed', proposerIds: ['another'] },
    };
    expect(remindersFor([{ thing: need(proposed), persons: [approver] }], now)).toHaveLength(1);
    expect(
      remindersFor(
        [
          {
            thing: need({ ...proposed, record: { ...proposed.record, proposerIds: ['approver'] } }),
            persons: [approver],
          },
        ],
        now,
      ),
    ).toEqual([]);
  });
  it('a new word for each step and each day a deadline is moved to', () => {
    const word = (thing: OpenThing, day: string) => remindersFor([{ thing, persons: [owner] }], morning(day))[0]?.once;
    const moved = need({ lastDay: day('2027-02-08') });
    expect([
      word(need(), '2027-01-18'),
      word(need(), '2027-01-29'),
      word(moved, '2027-01-29'),
      word(moved, '2027-02-05'),
    ]).toEqual([
      'reminder-need:r:2027-02-01:14',
      'reminder-need:r:2027-02-01:3',
      'reminder-need:r:2027-02-08:14',
      'reminder-need:r:2027-02-08:3',
    ]);
  });
});
