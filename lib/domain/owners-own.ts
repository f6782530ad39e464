import type { Action } from './policy';

/** What the owner's side does among itself with a behovsmelding, before and after it is sent: in no log or history but theirs. */
export const OWNERS_OWN = [
  'behovsmelding.ask-approval',
  'behovsmelding.decline-approval',
  'behovsmelding.remove-partner',
  'contributor.invite',
  'contributor.end',
  'comment.write',
  'comment.resolve',
] as const satisfies readonly Action[];

/** What is done to complete a behovsmelding that was given back: in no log or history but theirs who complete it until it is sent again. */
export const COMPLETING = [
  'behovsmelding.save',
  'behovsmelding.share',
  'behovsmelding.remove-partner',
  'behovsmelding.save-uh',
  'behovsmelding.add-sub-partner',
  'behovsmelding.remove-sub-partner',
  'behovsmelding.attach',
  'behovsmelding.detach',
  'behovsmelding.confirm',
  'behovsmelding.decline',
] as const satisfies readonly Action[];

/** What is done in the owner's name: who it was that wrote is told to the owner's side alone, for they may be anybody it has asked in. */
export const IN_OWNERS_NAME = [
  'behovsmelding.save',
  'behovsmelding.attach',
  'behovsmelding.detach',
] as const satisfies readonly Action[];
