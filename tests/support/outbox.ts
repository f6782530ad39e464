import { sendOutbox } from '#lib/jobs/outbox';
import { NOW } from './world';

/** Sends what waits in the outbox through this server, as the portal does; how many were taken. */
export const sendMails = (url: string, now = NOW): Promise<number> =>
  sendOutbox(
    { server: url, from: 'Samarbeidsforum <ikke-svar@portal.example.no>', portal: 'https://portal.example.no' },
    () => now,
  );
