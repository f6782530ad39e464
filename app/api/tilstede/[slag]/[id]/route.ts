import { attendBehovsmelding } from '#lib/commands/behovsmelding/write';
import { attendUhPart } from '#lib/commands/behovsmelding/partners';
import { attendInnstilling } from '#lib/commands/innstilling';
import { attendReport } from '#lib/commands/report';
import type { Command } from '#lib/commands/command';
import { typingFrom } from '#lib/domain/behovsmelding/draft';
import type { Typing } from '#lib/domain/form/merge';
import { partId, typingOfPart } from '#lib/domain/behovsmelding/uh-part';
import { typingOfHalf } from '#lib/domain/report/form';
import { readBehovsmelding, writeBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { innstillingPage } from '#lib/queries/innstilling';
import { readReport } from '#lib/queries/report';
import type { Viewer } from '#lib/queries/query';
import { answerRequest, given } from '../../../given';

interface Kind {
  attend: Command<{ record: string; version: number; others: readonly { name: string; field: string | null }[] }>;
  /** The form as its record fills it, and how new that is. */
  read: (record: string, viewer: Viewer, id: string) => Promise<{ version: number; typing: Typing } | null>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  behovsmelding: {
    attend: attendBehovsmelding,
    read: async (record, viewer) => {
      const found = await writeBehovsmelding({ id: record }, viewer);
      return found && { version: found.need.version, typing: typingFrom(found.need) };
    },
  },
  'uh-del': {
    attend: attendUhPart,
    read: async (record, viewer, id) => {
      const need = (await readBehovsmelding({ id: record }, viewer))?.need;
      const uh = need?.uh.find(({ organisationId }) => partId(record, organisationId) === id);
      return need === undefined || uh === undefined ? null : { version: need.version, typing: typingOfPart(need, uh) };
    },
  },
  rapport: {
    attend: attendReport,
    read: async (record, viewer, id) => {
      const half = (await readReport({ id: record }, viewer))?.report.halves.find((one) => one.id === id);
      return half === undefined ? null : { version: half.version, typing: typingOfHalf(half) };
    },
  },
  innstilling: {
    attend: attendInnstilling,
    read: async (record, viewer) => {
      const found = await innstillingPage({ id: record }, viewer);
      return found && { version: found.innstilling?.revision ?? 0, typing: found.typing };
    },
  },
};

type Params = { params: Promise<{ slag: string; id: string }> };

/** Tells that one is in a form, and answers who else is, and what it says when that is newer than the page knows. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { slag, id } = await params;
  const kind = Object.hasOwn(KINDS, slag) ? KINDS[slag] : undefined;
  if (kind === undefined) return answerRequest(404);
  const found = await given(request);
  if (found instanceof Response) return found;
  const { sent, viewer } = found;
  const outcome = await kind.attend({ id, field: sent['field'] }, viewer);
  if (outcome.kind !== 'done') return answerRequest(404);
  const { record, version, others } = outcome.value;
  const newest = version === sent['version'] ? null : await kind.read(record, viewer, id);
  return answerRequest(200, { version: newest?.version ?? version, typing: newest?.typing ?? null, others });
}
