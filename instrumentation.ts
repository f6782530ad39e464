import type { Instrumentation } from 'next';

/** Called once by Next when a server process begins, not while building. The jobs need Node and a database. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { log, takeConsole } = await import('#lib/log/log');
  if (process.env.NODE_ENV === 'production') takeConsole(log, console);
  if (process.env['DATABASE_URL'] === undefined) return;
  const { startJobs } = await import('#lib/jobs/start');
  startJobs();
}

/** Called by Next for what is thrown and not caught while it answers. */
export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath, routeType }) => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { log, tellBug } = await import('#lib/log/log');
  tellBug(log, error, { method, routePath, routeType });
};
