import { dayAt, daysFrom, type Day } from '#lib/domain/day';
import { type Decision, done, invalid, refused } from '#lib/domain/outcome';
import { TAKES_NEEDS, DEADLINE_KINDS, type DeadlineKind, type RoundState } from '#lib/domain/states';

/** A round's state and its five last days. */
export interface TimedRound {
  readonly state: RoundState;
  readonly needLastDay: Day;
  readonly innstillingLastDay: Day;
  readonly decisionLastDay: Day;
  readonly planLastDay: Day;
  readonly reportLastDay: Day;
}

/** The last days of a round by kind. */
export const lastDaysOf = (round: TimedRound): Record<DeadlineKind, Day> => ({
  need: round.needLastDay,
  innstilling: round.innstillingLastDay,
  decision: round.decisionLastDay,
  plan: round.planLastDay,
  report: round.reportLastDay,
});

/** Until which state of the round each deadline still has something to wait for. */
const WAITED_FOR: Readonly<Record<DeadlineKind, readonly RoundState[]>> = {
  need: ['open'],
  innstilling: ['open', 'closed'],
  decision: ['open', 'closed', 'recommended', 'proposed'],
  plan: ['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting'],
  report: ['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting'],
};

/** The deadlines that can still be moved in a round. */
export const movableIn = (state: RoundState): DeadlineKind[] =>
  DEADLINE_KINDS.filter((kind) => WAITED_FOR[kind].includes(state));

/** Moves one deadline for all: to a day that has not passed, between the deadline before it and the one after. */
export function decideMove(
  round: TimedRound,
  { kind, lastDay }: { kind: DeadlineKind; lastDay: Day },
  { now }: { now: Date },
): Decision<{ kind: DeadlineKind; from: Day; to: Day }> {
  if (!movableIn(round.state).includes(kind)) return invalid({ kind: 'not-in-list' });
  if (!inTime(lastDay, now)) return invalid({ lastDay: 'in-the-past' });
  const days = lastDaysOf(round);
  const at = DEADLINE_KINDS.indexOf(kind);
  const [before, after] = [DEADLINE_KINDS[at - 1], DEADLINE_KINDS[at + 1]];
  if ((before !== undefined && lastDay <= days[before]) || (after !== undefined && lastDay >= days[after]))
    return invalid({ lastDay: 'not-between' });
  if (days[kind] === lastDay) return invalid({ lastDay: 'same-day' });
  return done({ kind, from: days[kind], to: lastDay });
}

/** Opens for one owner to send late: to a day after the deadline and before the innstilling's, that has not passed. */
export function decideOpenLate(round: TimedRound, { until }: { until: Day }, { now }: { now: Date }): Decision<Day> {
  if (!TAKES_NEEDS.includes(round.state)) return refused({ code: 'round-closed' });
  if (!inTime(until, now)) return invalid({ until: 'in-the-past' });
  return until <= round.needLastDay || until >= round.innstillingLastDay
    ? invalid({ until: 'not-between' })
    : done(until);
}

const HOUR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', hour: '2-digit' });

/** Whether it is still in time: until, not including, 00:00 in Oslo the day after the last day. */
export const inTime = (lastDay: Day, now: Date): boolean => dayAt(now) <= lastDay;

/** Whole days left, 0 on the last day itself, negative when it has passed. */
export const daysLeft = (lastDay: Day, now: Date): number => daysFrom(dayAt(now), lastDay);

/** An hour of a day in Oslo as an instant. Not for the hours between 1 and 3, when the clocks change. */
export function atHour(day: Day, hour: number): Date {
  const winter = new Date(`${day}T${String(hour - 1).padStart(2, '0')}:00:00.000Z`);
  return HOUR.format(winter) === String(hour).padStart(2, '0') ? winter : new Date(winter.getTime() - 3_600_000);
}
