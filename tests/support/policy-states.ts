import type { Role } from '#lib/domain/policy/row';

export type May = Partial<Record<Role, readonly string[]>>;

// The permission matrix, written out by hand: action → role → the states in which a person with that role in the
// record's own place may do it. ANY stands for records that have no state.
export const ANY = ['-'] as const;
export const EVERY_ROUND = ['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting', 'finished'];
export const NOT_A_DRAFT = ['submitted', 'returned', 'recommended', 'declined', 'granted', 'withdrawn'];
export const EVERY_NEED = ['draft', ...NOT_A_DRAFT];
export const IN_THE_FORUM = ['submitted', 'recommended', 'declined', 'granted'];
export const CLOSED = ['closed', 'recommended', 'proposed', 'approved', 'reporting', 'finished'];
export const EVERY_HALF = ['open', 'filed', 'returned', 'accepted'];
export const HAS_BEEN_FILED = ['filed', 'returned', 'accepted'];
export const EVERY_DISPENSATION = ['asked', 'granted', 'refused'];

export const EVERYBODY: May = {
  skoleeier: ANY,
  leader: ANY,
  contributor: ANY,
  coordinator: ANY,
  uh: ANY,
  secretariat: ANY,
  member: ANY,
  deputy: ANY,
  caseworker: ANY,
  approver: ANY,
  auditor: ANY,
  administrator: ANY,
};
