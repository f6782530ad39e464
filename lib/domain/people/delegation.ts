import { addDays, dayAt, type Day } from '#lib/domain/day';
import { daysLeft } from '#lib/domain/round/time';
import type { FieldError } from '#lib/domain/form/field-errors';
import { done, invalid, refused, type Decision } from '#lib/domain/outcome';
import type { DelegationCover } from '#lib/domain/states';

/** A written permission from an owner to a region's office. `to` is the first day it no longer holds. */
export interface Term {
  from: Day;
  to: Day | null;
}
interface Given extends Term {
  regionId: string;
  covers: readonly DelegationCover[];
}

export type DelegationState = 'coming' | 'valid' | 'ending' | 'ended';
/** So many days before its end a delegation is said to be about to end. */
const ENDING_DAYS = 31;

/** The last day a term holds; null when it has no end. */
export const lastDay = ({ to }: Pick<Term, 'to'>): Day | null => (to === null ? null : addDays(to, -1));

/** Where a delegation stands on the day of `now` in Oslo. */
export function delegationState({ from, to }: Term, now: Date): DelegationState {
  const today = dayAt(now);
  if (to !== null && to <= today) return 'ended';
  if (from > today) return 'coming';
  return to !== null && daysLeft(to, now) <= ENDING_DAYS ? 'ending' : 'valid';
}

const overlap = (a: Term, b: Term): boolean => (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);

export interface GiveInput {
  regionId: string;
  from: Day | null;
  lastDay: Day | null;
  covers: readonly DelegationCover[];
  note: string;
}
export interface GivenTerm extends Given {
  note: string;
}

/** Giving: to an office of a region the owner is or was a member of, until a day that has not passed, and once for each matter. */
export function decideGive(
  before: { regions: readonly { id: string }[]; given: readonly Given[] },
  input: GiveInput,
  { now }: { now: Date },
): Decision<GivenTerm> {
  const errors: Record<string, FieldError> = {};
  if (!before.regions.some(({ id }) => id === input.regionId)) errors['regionId'] = 'not-in-list';
  const { from, covers, note, regionId } = input;
  if (from === null) errors['from'] = 'required';
  else if (input.lastDay !== null && input.lastDay < from) errors['lastDay'] = 'end-before-start';
  else if (input.lastDay !== null && input.lastDay < dayAt(now)) errors['lastDay'] = 'in-the-past';
  if (from === null || Object.keys(errors).length > 0) return invalid(errors);
  const term: GivenTerm = {
    regionId,
    covers,
    note,
    from,
    to: input.lastDay === null ? null : addDays(input.lastDay, 1),
  };
  const taken = before.given.some(
    (one) => one.regionId === regionId && one.covers.some((what) => covers.includes(what)) && overlap(one, term),
  );
  return taken ? refused({ code: 'delegation-overlaps' }) : done(term);
}

/** Taking back: from today or a later day on, never further than it reaches. One not begun then holds on no day. */
export function decideEnd(before: Term, { on }: { on: Day | null }, { now }: { now: Date }): Decision<{ to: Day }> {
  if (delegationState(before, now) === 'ended') return refused({ code: 'delegation-ended' });
  if (on === null) return invalid({ on: 'required' });
  if (on < dayAt(now)) return invalid({ on: 'in-the-past' });
  if (before.to !== null && on > before.to) return invalid({ on: 'out-of-range' });
  return done({ to: on < before.from ? before.from : on });
}
