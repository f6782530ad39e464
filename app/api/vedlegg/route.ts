import { currentContext } from '#lib/auth/context';
import { attachToHalf, attachToBehovsmelding } from '#lib/commands/attachment';
import { explainField, explainRefusal } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { isOurs } from '../given';

/** Takes one file to a record from the page's script, and answers in a sentence. */
export async function POST(request: Request): Promise<Response> {
  const t = textsFor(await requestLocale());
  const answer = (stored: boolean, text: string, status = 200) =>
    Response.json({ stored, text }, { status, headers: { 'Cache-Control': 'no-store' } });
  const viewer = await currentContext();
  // Nothing is read of what somebody unknown, or another site's page, sends.
  if (!isOurs(request.headers) || viewer.actor.userId === 'public') return answer(false, t.errors.notNow, 404);
  const form = await request.formData().catch(() => null);
  const file = form?.get('fil');
  const command = form?.get('til') === 'rapport' ? attachToHalf : attachToBehovsmelding;
  const outcome = await command({ id: form?.get('id'), file }, viewer);
  switch (outcome.kind) {
    case 'done':
      return answer(true, t.attachment.stored(file instanceof File ? file.name : ''));
    case 'refused':
      return answer(false, outcome.refusals.map((refusal) => explainRefusal(refusal, t)).join(' '));
    case 'invalid':
      return answer(
        false,
        Object.values(outcome.errors)
          .map((error) => explainField(error, t))
          .join(' '),
        400,
      );
    case 'conflict':
    case 'forbidden':
    case 'missing':
      return answer(false, t.errors.notNow, 404);
  }
}
