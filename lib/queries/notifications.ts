import { signedWord } from '#lib/auth/signed-word';
import { findNotificationSettings } from '#lib/db/mail-settings';
import { Nothing } from '#lib/schema/fields';
import { mailSettings, portalAddress } from '#lib/schema/mail';
import { query } from './query';

function mailIsSet(): boolean {
  try {
    return mailSettings(process.env) !== null;
  } catch {
    return false;
  }
}

/** How the reader is told of what happens: by e-mail, and in a calendar by its secret address. */
export const readNotifications = query({
  action: 'message.read',
  schema: Nothing,
  load: (tx, _input, { actor }) => findNotificationSettings(tx, actor.userId),
  show: ({ feedId, ...settings }) => ({
    ...settings,
    mailIsSet: mailIsSet(),
    calendar:
      feedId === null ? null : `${portalAddress(process.env)}/api/kalender/${signedWord('calendar', feedId)}.ics`,
  }),
});
