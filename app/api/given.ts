import { currentContext } from '#lib/auth/context';
import type { Viewer } from '#lib/queries/query';

const LARGEST = 1_000_000;

/** Whether a request comes from a page of ours: another site's page may send it too, with our cookies. */
export function isOurs(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return (
    origin !== null &&
    URL.canParse(origin) &&
    new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'))
  );
}

export const answerRequest = (status: number, body: object = {}): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

/**
 * What a script of ours sent, and who is signed in; or the answer that says why not. Whoever the page was made for must still
 * be the one who is signed in: else nobody is, and the answer tells no more than that.
 */
export async function given(
  request: Request,
): Promise<Response | { sent: Readonly<Record<string, unknown>>; viewer: Viewer }> {
  if (!isOurs(request.headers)) return answerRequest(403);
  if (request.headers.get('content-type')?.startsWith('application/json') !== true) return answerRequest(415);
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST) return answerRequest(413);
  const text = await request.text();
  if (text.length > LARGEST) return answerRequest(413);
  const sent = parsed(text);
  if (sent === null) return answerRequest(400);
  const viewer = await currentContext();
  return viewer.actor.userId === 'public' || viewer.actor.userId !== sent['person']
    ? answerRequest(401)
    : { sent, viewer };
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}
