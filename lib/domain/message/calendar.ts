import type { Actor, Role } from '#lib/domain/policy/actor';
import { holds } from '#lib/domain/policy/may';
import type { DeadlineKind, Programme } from '#lib/domain/states';

/** Whose a round's deadline is. A report's own day is its parties'; the round's is the caseworker's. */
const DEADLINES_OF: Readonly<Record<DeadlineKind, readonly Role[]>> = {
  need: ['skoleeier', 'leader', 'coordinator', 'caseworker'],
  innstilling: ['secretariat', 'member', 'deputy', 'caseworker'],
  decision: ['caseworker', 'approver'],
  plan: ['skoleeier', 'leader', 'coordinator'],
  report: ['caseworker'],
};

const IN_FORUM: readonly Role[] = ['secretariat', 'member', 'deputy'];

/** A deadline in somebody's calendar. `kind` report with a title is the day of that one report. */
export interface CalendarEvent {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly programme: Programme;
  readonly year: number;
  readonly title: string | null;
  readonly page: string;
  readonly lastDay: Date;
  readonly version: number;
  readonly movedAt: Date;
}

/** Whether a deadline of a round here is this person's. */
export const isTheirs = (actor: Actor, kind: DeadlineKind, round: { countyId: string; forumId: string }): boolean =>
  DEADLINES_OF[kind].some((role) =>
    holds(actor, IN_FORUM.includes(role) ? { role, forumId: round.forumId } : { role, countyId: round.countyId }),
  );
