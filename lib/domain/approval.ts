import type { Behovsmelding } from './behovsmelding';
import { done, refused, type Decision } from './outcome';

type Approval = Pick<Behovsmelding, 'readyAt' | 'updatedAt'>;

/** Whether somebody has written since the leader was asked to approve: what is approved is what stands there now. */
export const changedSince = ({ readyAt, updatedAt }: Approval): boolean => readyAt !== null && updatedAt > readyAt;

/** The leader gives the need back to those who write. Only what waits for the leader can be given back. */
export function decideDecline(before: Approval, { comment }: { comment: string }): Decision<string> {
  return before.readyAt === null ? refused({ code: 'approval-not-asked' }) : done(comment);
}
