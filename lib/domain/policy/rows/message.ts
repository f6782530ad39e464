import { EVERYBODY, PORTAL, PUBLIC_TOO, type RowsOf } from '#lib/domain/policy/row';

export const MESSAGE = {
  'message.mark-read': { of: 'self', by: EVERYBODY },
  'calendar.make': { of: 'self', by: EVERYBODY },
  'calendar.end': { of: 'self', by: EVERYBODY },
  'mail.claim': { of: 'self', by: PORTAL },
  'mail.settle': { of: 'self', by: PORTAL },
  'mail.digest': { of: 'self', by: PORTAL },
  'mail.tidy': { of: 'self', by: PORTAL },
  'reminder.write': { of: 'self', by: PORTAL },

  'message.read': { of: 'self', reads: true, by: EVERYBODY },
  // By the secret address of the feed, without signing in.
  'calendar.read': { of: 'self', reads: true, by: PUBLIC_TOO },
} as const satisfies RowsOf<'message' | 'calendar' | 'mail' | 'reminder'>;
