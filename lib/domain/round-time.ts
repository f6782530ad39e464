import { dayOf, inTime } from './deadline';
import { done, invalid, refused, type Decision } from './outcome';
import { DEADLINE_KINDS, type DeadlineKind, type RoundState } from './states';

/** A round's state and its five last days. */
export interface TimedRound {
  readonly state: RoundState;
  readonly needLastDay: Date;
  readonly innstillingLastDay: Date;
  readonly decisionLastDay: Date;
  readonly planLastDay: Date;
  readonly reportLastDay: Date;
}

/** The last days of a round by kind. */
export const lastDaysOf = (round: TimedRound): Record<DeadlineKind, Date> => ({
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
  { kind, lastDay }: { kind: DeadlineKind; lastDay: Date },
  { now }: { now: Date },
): Decision<{ kind: DeadlineKind; from: Date; to: Date }> {
  if (!movableIn(round.state).includes(kind)) return invalid({ kind: 'not-in-list' });
  if (!inTime(lastDay, now)) return invalid({ lastDay: 'in-the-past' });
  const days = lastDaysOf(round);
  const at = DEADLINE_KINDS.indexOf(kind);
  const [before, after] = [DEADLINE_KINDS[at - 1], DEADLINE_KINDS[at + 1]];
  if ((before !== undefined && lastDay <= days[before]) || (after !== undefined && lastDay >= days[after]))
    return invalid({ lastDay: 'not-between' });
  if (dayOf(days[kind]) === dayOf(lastDay)) return invalid({ lastDay: 'same-day' });
  return done({ kind, from: days[kind], to: lastDay });
}

/** Opens for one owner to send late: to a day after the deadline and before the innstilling's, that has not passed. */
export function decideOpenLate(round: TimedRound, { until }: { until: Date }, { now }: { now: Date }): Decision<Date> {
  if (!['open', 'closed'].includes(round.state)) return refused({ code: 'round-closed' });
  if (!inTime(until, now)) return invalid({ until: 'in-the-past' });
  return until <= round.needLastDay || until >= round.innstillingLastDay
    ? invalid({ until: 'not-between' })
    : done(until);
}
