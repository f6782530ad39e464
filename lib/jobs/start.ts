import { log } from '#lib/log/log';
import { mailSettings, type MailSettings } from '#lib/schema/message';

const SECOND = 1000;
const OFTEN = 5 * SECOND;
const SELDOM = 10 * 60 * SECOND;

// One loop per process: the development server loads this file again at each change.
const kept = globalThis as typeof globalThis & { portalJobs?: { stop: () => void } };

function settings(): MailSettings | null {
  try {
    return mailSettings(process.env);
  } catch (error) {
    log.failed('E-mail is not sent: SMTP_URL, SMTP_PORT or PORTAL_URL can not be read', error);
    return null;
  }
}

/** Does what is done without a person, again and again, until stopped. What fails is told once in the server's log and tried again. */
export function startJobs(): void {
  kept.portalJobs?.stop();
  const mail = settings();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let daily = 0;
  let fault = '';
  let doNightly: ((now: Date) => Promise<void>) | undefined;
  const work = async (): Promise<void> => {
    const now = Date.now();
    // Read when first needed: whoever asks as the portal starts need not wait for it.
    const [{ doDaily, nights }, { sendOutbox }] = await Promise.all([import('./daily'), import('./outbox')]);
    if (now - daily >= SELDOM) {
      await doDaily(new Date(now), mail !== null);
      daily = now;
    }
    if (mail !== null) await sendOutbox(mail, () => new Date());
    doNightly ??= nights();
    await doNightly(new Date(now));
  };
  const turn = async (): Promise<void> => {
    try {
      await work();
      fault = '';
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      if (words !== fault) log.failed('A job did not succeed, and is tried again', error);
      fault = words;
    }
    // Not kept alive by this clock: the server ends when its own work does.
    if (!stopped) timer = setTimeout(() => void turn(), OFTEN).unref();
  };
  kept.portalJobs = {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
  process.once('SIGTERM', kept.portalJobs.stop);
  timer = setTimeout(() => void turn(), OFTEN).unref();
}
