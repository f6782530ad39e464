import { PUBLIC } from '#lib/domain/policy/may';
import { readHealth } from '#lib/queries/health';

export const dynamic = 'force-dynamic';

/** 200 when the portal and its database answer, 503 when the database does not. */
export async function GET(): Promise<Response> {
  const well = await readHealth({}, { actor: PUBLIC, now: new Date() });
  return Response.json(
    { database: well === true },
    { status: well === true ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
