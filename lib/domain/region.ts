import { done, invalid, refused, type Decision } from './outcome';
import { addDays, dayAt, type Day } from '#lib/domain/day';

interface Named {
  readonly id: string;
  readonly name: string;
}
/** A membership from its first day until, not including, `to`. */
export interface Membership {
  id: string;
  organisationId: string;
  name: string;
  from: Day;
  to: Day | null;
}
/** A region with its members, past and to come. */
export interface RegionWithMembers {
  readonly id: string;
  readonly name: string;
  readonly dissolvedOn: Day | null;
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
  { on, reason }: { on: Day; reason: string },
): Decision<{ on: Day; reason: string }> {
  return before.dissolvedOn === null
    ? done({ on, reason })
    : refused({ code: 'region-dissolved', on: before.dissolvedOn });
}

/** An organisation joins from a day to a last day. It may be in another region too, but not in this one twice at a time. */
export function addMember(
  before: RegionWithMembers & { organisation: Named | null },
  input: { from: Day; lastDay: Day | null },
): Decision<{ from: Day; to: Day | null }> {
  const { organisation, dissolvedOn, memberships } = before;
  if (organisation === null) return invalid({ organisationId: 'not-in-list' });
  const { from, lastDay } = input;
  if (lastDay !== null && lastDay < from) return invalid({ lastDay: 'end-before-start' });
  const to = lastDay === null ? null : addDays(lastDay, 1);
  if (dissolvedOn !== null && (to === null || to > dissolvedOn))
    return refused({ code: 'region-dissolved', on: dissolvedOn });
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
  { on }: { on: Day },
): Decision<{ membership: Membership; to: Day }> {
  const { membership } = before;
  if (membership === null) return invalid({ on: 'malformed' });
  const to = on < membership.from ? membership.from : on;
  return membership.to !== null && membership.to <= to ? invalid({ on: 'out-of-range' }) : done({ membership, to });
}

/** Whether a region is one that something can still happen in, today in Oslo. */
export const isOver = (region: { dissolvedOn: Day | null }, now: Date): boolean =>
  region.dissolvedOn !== null && region.dissolvedOn <= dayAt(now);
