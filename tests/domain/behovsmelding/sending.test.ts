import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayAt, dayOfParts, type Day } from '#lib/domain/day';
import { decideMove, decideOpenLate, movableIn, type TimedRound } from '#lib/domain/round/time';
import { decideReopen } from '#lib/domain/behovsmelding/decide';
import { ownLastDay, whyNotSend, type Sending } from '#lib/domain/behovsmelding/sending';
import { ROUND_STATES } from '#lib/domain/states';
import { day } from '#tests/support/day';

/** A day in February 2027, and noon in Oslo on it. */
const on = (date: number): Day => dayOfParts(2027, 2, date);
const noon = (date: number) => new Date(Date.UTC(2027, 1, date, 11));
const sending = (change: Partial<Sending> = {}): Sending => ({
  roundState: 'open',
  needLastDay: day('2027-02-01'),
  lateUntil: null,
  returned: false,
  returnedUntil: null,
  ...change,
});
const code = (change: Partial<Sending>, day: Day) => whyNotSend(sending(change), day)?.code ?? 'may';

describe('until when a need may be sent', () => {
  test.each([
    ['on the last day', {}, 1, 'may'],
    ['the day after', {}, 2, 'after-deadline'],
    ['in a round closed early', { roundState: 'closed' as const }, 1, 'round-closed'],
    ['on the last day that is opened for its owner', { lateUntil: day('2027-02-10') }, 10, 'may'],
    ['the day after that', { lateUntil: day('2027-02-10') }, 11, 'after-deadline'],
    [
      'late, in a closed round, while it is opened',
      { lateUntil: day('2027-02-10'), roundState: 'closed' as const },
      10,
      'may',
    ],
    [
      'late, once the innstilling is delivered',
      { lateUntil: day('2027-02-10'), roundState: 'recommended' as const },
      10,
      'round-closed',
    ],
    ['given back without a day, long after', { returned: true }, 20, 'may'],
    ['given back, in a closed round', { returned: true, roundState: 'closed' as const }, 20, 'may'],
    [
      'given back, once the innstilling is delivered',
      { returned: true, roundState: 'recommended' as const },
      20,
      'round-closed',
    ],
    ['given back until a day, on that day', { returned: true, returnedUntil: day('2027-02-08') }, 8, 'may'],
    [
      'given back until a day, the day after',
      { returned: true, returnedUntil: day('2027-02-08') },
      9,
      'after-deadline',
    ],
    [
      'given back until a day before the deadline, on the deadline',
      { returned: true, returnedUntil: day('2027-01-20') },
      1,
      'may',
    ],
    ['a day to come back by, though nothing is given back', { returnedUntil: day('2027-02-08') }, 8, 'after-deadline'],
  ])('%s', (_when, change, date, expected) => {
    expect(code(change, on(date))).toBe(expected);
  });

  it('is to the second in Oslo: 23.59.59 is in time, midnight is not', () => {
    expect(code({ lateUntil: day('2027-02-10') }, dayAt(new Date('2027-02-10T22:59:59Z')))).toBe('may');
    expect(whyNotSend(sending({ lateUntil: day('2027-02-10') }), dayAt(new Date('2027-02-10T23:00:00Z')))).toEqual({
      code: 'after-deadline',
      lastDay: '2027-02-10',
    });
  });

  it('is what a withdrawn need is taken up until, too: by whoever is let in late, and till the day they are shown', () => {
    const late = { roundState: 'closed' as const, needLastDay: day('2027-02-01'), lateUntil: day('2027-02-10') };
    expect([10, 11].map((date) => decideReopen(late, { now: noon(date) }).kind)).toEqual(['done', 'refused']);
    expect(decideReopen({ ...late, lateUntil: null }, { now: noon(1) })).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'round-closed' }],
    });
    expect(ownLastDay(late)).toEqual(day('2027-02-10'));
    expect([ownLastDay({ ...late, lateUntil: null }), ownLastDay({ ...late, lateUntil: day('2027-01-20') })]).toEqual([
      day('2027-02-01'),
      day('2027-02-01'),
    ]);
  });

  it('is never shortened by what is opened', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('open' as const, 'closed' as const),
        (late, now, roundState) => {
          const without = code({ roundState }, on(now));
          if (without === 'may') expect(code({ roundState, lateUntil: on(late) }, on(now))).toBe('may');
        },
      ),
    );
  });
});

const round = (change: Partial<TimedRound> = {}): TimedRound => ({
  state: 'open',
  needLastDay: day('2027-02-01'),
  innstillingLastDay: day('2027-03-15'),
  decisionLastDay: day('2027-04-30'),
  planLastDay: day('2027-08-15'),
  reportLastDay: day('2028-02-01'),
  ...change,
});

describe('a deadline moved for all', () => {
  test.each([
    ['later', 'need', '2027-02-08', 'done'],
    ['earlier, still to come', 'need', '2027-01-25', 'done'],
    ['to a day that has passed', 'need', '2027-01-10', 'in-the-past'],
    ['to the innstilling’s day', 'need', '2027-03-15', 'not-between'],
    ['to before the needs’ day', 'innstilling', '2027-02-01', 'not-between'],
    ['to the same day', 'need', '2027-02-01', 'same-day'],
    ['the last one, far away', 'report', '2029-12-31', 'done'],
  ] as const)('%s: %s to %s', (_how, kind, to, expected) => {
    const moved = decideMove(round(), { kind, lastDay: day(to) }, { now: new Date('2027-01-15T10:00:00Z') });
    expect(moved.kind === 'invalid' ? moved.errors.lastDay : moved.kind).toBe(expected);
  });

  it('is one that something still waits for', () => {
    expect(ROUND_STATES.map((state) => [state, movableIn(state).join(' ')])).toEqual([
      ['open', 'need innstilling decision plan report'],
      ['closed', 'innstilling decision plan report'],
      ['recommended', 'decision plan report'],
      ['proposed', 'decision plan report'],
      ['approved', 'plan report'],
      ['reporting', 'plan report'],
      ['finished', ''],
    ]);
    expect(
      decideMove(round({ state: 'closed' }), { kind: 'need', lastDay: day('2027-02-08') }, { now: noon(2) }),
    ).toEqual({ kind: 'invalid', errors: { kind: 'not-in-list' } });
  });
});

describe('late sending for one', () => {
  test.each([
    ['2027-02-01', 'not-between'],
    ['2027-02-02', 'done'],
    ['2027-03-14', 'done'],
    ['2027-03-15', 'not-between'],
  ])('is opened between the deadline and the innstilling: %s', (until, expected) => {
    const opened = decideOpenLate(round(), { until: day(until) }, { now: new Date('2027-01-15T10:00:00Z') });
    expect(opened.kind === 'invalid' ? opened.errors.until : opened.kind).toBe(expected);
  });

  it('is not opened for a day that has passed', () => {
    expect(decideOpenLate(round(), { until: day('2027-02-03') }, { now: noon(4) })).toEqual({
      kind: 'invalid',
      errors: { until: 'in-the-past' },
    });
  });
});
