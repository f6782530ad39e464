import { dayOf, osloDay } from '#lib/domain/round/time';
import { done, invalid, refused, type Decision } from './outcome';
import { dayAfter } from '#lib/domain/people/people';

interface Named {
  readonly id: string;
  readonly name: string;
}
/** A membership from its first day until, not including, `to`. */
export interface Membership {
  id: string;
  organisationId: string;
  name: string;
  from: Date;
  to: Date | null;
}
/** A region with its members, past and to come. */
export interface RegionWithMembers {
  readonly id: string;
  readonly name: string;
  readonly dissolvedOn: Date | null;
  readonly memberships: readonly Membership[];
  readonly others: readonly Named[];
}

/** A name that no other region of the county has. */
export function nameRegion(
  before: { others: readonly Named[] },
  { name }: { name: string },
): Decision<{ name: string }> {
  const same = before.others.some((one) => one.name.toLowerCase() === name.toLowerCase());
  return same ? refused({ code: 'region-exists', name }) : done({ name });
}

/**
 * Dissolves a region from a day, which may lie in the middle of a year: memberships and delegations end with it, and
 * all it was granted stays.
 */
export function decideDissolve(
  before: RegionWithMembers,
  { on, reason }: { on: Date; reason: string },
): Decision<{ on: Date; reason: string }> {
  return before.dissolvedOn === null
    ? done({ on, reason })
    : refused({ code: 'region-dissolved', on: dayOf(before.dissolvedOn) });
}

/** An organisation joins from a day to a last day. It may be in another region too, but not in this one twice at a time. */
export function addMember(
  before: RegionWithMembers & { organisation: Named | null },
  input: { from: Date; lastDay: Date | null },
): Decision<{ from: Date; to: Date | null }> {
  const { organisation, dissolvedOn, memberships } = before;
  if (organisation === null) return invalid({ organisationId: 'not-in-list' });
  const { from, lastDay } = input;
  if (lastDay !== null && lastDay < from) return invalid({ lastDay: 'end-before-start' });
  const to = lastDay === null ? null : dayAfter(lastDay);
  if (dissolvedOn !== null && (to === null || to > dissolvedOn))
    return refused({ code: 'region-dissolved', on: dayOf(dissolvedOn) });
  const twice = memberships.some(
    (one) =>
      one.organisationId === organisation.id &&
      (one.to === null || (from < one.to && one.from < one.to)) &&
      (to === null || one.from < to),
  );
  return twice ? refused({ code: 'member-already' }) : done({ from, to });
}

/** A membership ends on this day: its first without. One that has not begun is taken back whole. */
export function decideMembershipEnd(
  before: { membership: Membership | null },
  { on }: { on: Date },
): Decision<{ membership: Membership; to: Date }> {
  const { membership } = before;
  if (membership === null) return invalid({ on: 'malformed' });
  const to = on < membership.from ? membership.from : on;
  return membership.to !== null && membership.to <= to ? invalid({ on: 'out-of-range' }) : done({ membership, to });
}

/** Whether a region is one that something can still happen in, today in Oslo. */
export const isOver = (region: { dissolvedOn: Date | null }, now: Date): boolean =>
  region.dissolvedOn !== null && dayOf(region.dissolvedOn) <= osloDay(now);
