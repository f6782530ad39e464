import type { Action } from '#lib/domain/policy/policy';
import { READING } from './policy-reading';
import type { May } from './policy-states';
import { WRITING } from './policy-writing';

/** The permission matrix, written out by hand: action, role, and the states in which it may be done. */
export const EXPECTED: Record<Action, May> = { ...WRITING, ...READING };

/** What a person may whatever their place: their own front page, what the portal itself does, and what is public. */
export const EVERYWHERE: readonly Action[] = [
  'start.read',
  'filter.keep',
  'filter.forget',
  'file.tidy',
  'behovsmelding.restate',
  'user.sign-in',
  'user.invite',
  'user.choose-language',
  'message.mark-read',
  'message.read',
  'units.refresh',
  'user.choose-mail',
  'user.stop-mail',
  'calendar.make',
  'calendar.end',
  'mail.claim',
  'mail.settle',
  'mail.digest',
  'mail.tidy',
  'reminder.write',
];
