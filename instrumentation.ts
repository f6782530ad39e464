/** Called once by Next when a server process begins, not while building. The jobs need Node and a database. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || process.env['DATABASE_URL'] === undefined) return;
  const { startJobs } = await import('#lib/jobs/start');
  startJobs();
}
