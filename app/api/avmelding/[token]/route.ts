import { stopMail } from '#lib/commands/message';
import { SYSTEM } from '#lib/domain/policy/may';
import { portalAddress } from '#lib/schema/message';
import { textOf } from '../../../input';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ token: string }> };

/** Whoever opens the address in a browser chooses for themselves: opening it changes nothing, as scanners of mail open all there is. */
export function GET(): Response {
  return Response.redirect(`${portalAddress(process.env)}/varsler`, 303);
}

/** The one click of RFC 8058: no more by e-mail of the kinds that the mail told of. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  if (textOf(form, 'List-Unsubscribe') !== 'One-Click') return new Response(null, { status: 400 });
  const { kind } = await stopMail({ token: (await params).token }, { actor: SYSTEM, now: new Date() });
  return new Response(null, { status: kind === 'done' ? 200 : 404, headers: { 'Cache-Control': 'no-store' } });
}
