import { currentContext } from '#lib/auth/context';
import { roundBehovsmeldingerCsv } from '#lib/documents/round-needs';
import { roundBehovsmeldingerExport } from '#lib/queries/round';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';

/** The needs a caseworker sees in the list, all of them, as a file for a spreadsheet. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const found = await roundBehovsmeldingerExport({ ...asked, ...(await params) }, await currentContext());
  if (found === null) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  const { round, needs } = found;
  const name = `behov-${round.programme.toLowerCase()}-${round.countyId}-${String(round.year)}.csv`;
  return new Response(roundBehovsmeldingerCsv(needs, textsFor(await requestLocale())), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
