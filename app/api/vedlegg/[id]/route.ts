import { currentContext } from '#lib/auth/context';
import { MEDIA_TYPES } from '#lib/domain/attachment/attachment';
import { downloadFromHalf, downloadFromBehovsmelding } from '#lib/queries/attachment';

/** A name for a header: plain letters for those who read no more, and the whole of it as RFC 5987 writes it. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  // Never shown in the browser: what people send in may hold anything.
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** A file, streamed, to those who may read the record it belongs to; to all others there is no such file. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await currentContext();
  const asked = await params;
  const file = (await downloadFromBehovsmelding(asked, viewer)) ?? (await downloadFromHalf(asked, viewer));
  if (file === null) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  return new Response(file.open(), {
    headers: {
      'Content-Type': MEDIA_TYPES[file.kind],
      'Content-Length': String(file.size),
      'Content-Disposition': disposition(file.name),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
