import { saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { saveUhPart } from '#lib/commands/behovsmelding/partners';
import { saveInnstilling } from '#lib/commands/innstilling';
import { saveReport } from '#lib/commands/report';
import type { Command } from '#lib/commands/command';
import type { FormSaved } from '#lib/domain/form/merge';
import { answerRequest, given } from '../../../given';

/** What saves each kind of form. */
const SAVES: Readonly<Record<string, Command<FormSaved>>> = {
  behovsmelding: saveBehovsmelding,
  rapport: saveReport,
  innstilling: saveInnstilling,
  'uh-del': saveUhPart,
};

type Params = { params: Promise<{ slag: string; id: string }> };

/** Saves what is changed in a form while it is written, by the command that its own save button runs. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { slag, id } = await params;
  const save = Object.hasOwn(SAVES, slag) ? SAVES[slag] : undefined;
  if (save === undefined) return answerRequest(404);
  const found = await given(request);
  if (found instanceof Response) return found;
  const outcome = await save({ ...found.sent, id }, found.viewer);
  switch (outcome.kind) {
    case 'done': {
      const { was, version, wrong, clashes } = outcome.value;
      return answerRequest(200, { was, version, wrong, clashes });
    }
    case 'invalid':
      return answerRequest(422, { wrong: outcome.errors });
    // What another holds for a while is sent again; what is closed is not.
    case 'refused':
      return answerRequest(outcome.refusals.some(({ code }) => code === 'busy') ? 503 : 409);
    case 'conflict':
      return answerRequest(409);
    case 'forbidden':
    case 'missing':
      return answerRequest(404);
  }
}
