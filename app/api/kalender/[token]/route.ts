import { calendarFile } from '#lib/documents/calendar';
import { PUBLIC } from '#lib/domain/policy/may';
import { readCalendar } from '#lib/queries/message';
import { portalAddress } from '#lib/schema/message';
import { localeFrom } from '#lib/texts/locale';
import { textsFor } from '#lib/texts/texts';

export const dynamic = 'force-dynamic';

const ENDING = '.ics';

/** The deadlines of whoever's secret address this is. What is no address, ended or revoked is as if it had never been. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const calendar = token.endsWith(ENDING)
    ? await readCalendar({ token: token.slice(0, -ENDING.length) }, { actor: PUBLIC, now: new Date() })
    : null;
  if (calendar === null) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  const file = calendarFile(calendar.events, textsFor(localeFrom(calendar.locale)), portalAddress(process.env));
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}
