import type { Day } from '#lib/domain/day';
import type { Refusal } from '#lib/domain/refusal';
import type { RoundState } from '#lib/domain/states';

/** What decides until when a need may be sent: the round's deadline, what is opened for this owner, and the day it was given back until. */
export interface Sending {
  readonly roundState: RoundState;
  readonly needLastDay: Day;
  readonly lateUntil: Day | null;
  readonly returned: boolean;
  readonly returnedUntil: Day | null;
}

/**
 * Who may still send in a round: with a need that was given back (its title as it was sent; null for who may not read
 * it), or let in late and with nothing sent since.
 */
export interface NotSent {
  readonly needId: string | null;
  readonly title: string | null;
  readonly ownerName: string;
  readonly lastDay: Day;
  readonly undated: boolean;
}

const later = (day: Day, other: Day | null): Day => (other !== null && other > day ? other : day);

/** The last day an owner may send what is not given back: the round's, or a later one opened for them. */
export const ownLastDay = ({ needLastDay, lateUntil }: Pick<Sending, 'needLastDay' | 'lateUntil'>): Day =>
  later(needLastDay, lateUntil);

/** The last day this need may be sent; null for what was given back without a day, which has time until the innstilling. */
function lastDayToSend({ returned, returnedUntil, ...round }: Sending): Day | null {
  if (returned && returnedUntil === null) return null;
  return later(ownLastDay(round), returned ? returnedUntil : null);
}

/**
 * Why a need can not be sent on a day; null when it can. A closed round still takes what was given back, and what is
 * opened for one owner, until the innstilling.
 */
export function whyNotSend(sending: Sending, on: Day): Refusal | null {
  const { roundState, returned, lateUntil } = sending;
  const lastDay = lastDayToSend(sending);
  if (lastDay !== null && on > lastDay) return { code: 'after-deadline', lastDay };
  if (roundState === 'open') return null;
  const stillTaken = returned || (lateUntil !== null && on <= lateUntil);
  return roundState === 'closed' && stillTaken ? null : { code: 'round-closed' };
}

/** The sending of a need as it is read. */
export const sendingOf = (need: Omit<Sending, 'returned'> & { readonly state: string }): Sending => ({
  ...need,
  returned: need.state === 'returned',
});
