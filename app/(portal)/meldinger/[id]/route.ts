import { currentContext } from '#lib/auth/context';
import { markMessagesRead } from '#lib/commands/message';
import { readMessage } from '#lib/queries/message';

const to = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });

/** Follows a message to what it is about, and counts it as read. Whoever is not signed in signs in first. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const context = await currentContext();
  if (context.actor.userId === 'public') return to(`/logg-inn?til=${encodeURIComponent(`/meldinger/${id}`)}`);
  const message = await readMessage({ id }, context);
  if (message === null) return to('/finnes-ikke');
  await markMessagesRead({ id }, context);
  return to(message.href);
}
