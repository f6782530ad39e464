import type { Action } from './policy';

/** What the owner's side does among itself with a behovsmelding, before and after it is sent: in no log or history but theirs. */
export const OWNERS_OWN = [
  'behovsmelding.ask-approval', 'behovsmelding.decline-approval', 'behovsmelding.remove-partner', 'contributor.invite', 'contributor.end', 'comment.write', 'comment.resolve',
] as const satisfies readonly Action[];
