import { attendBehovsmelding } from '#lib/commands/behovsmelding-attend';
import type { Command } from '#lib/commands/command';
import { typingFrom } from '#lib/domain/behovsmelding-draft';
import type { Typing } from '#lib/domain/merge';
import { writeBehovsmelding } from '#lib/queries/behovsmelding';
import type { Viewer } from '#lib/queries/query';
import { answer, given } from '../../../given';

interface Kind {
  attend: Command<{ version: number; others: readonly { name: string; field: string | null }[] }>;
  /** The form as its record fills it, and how new that is. */
  read: (id: string, viewer: Viewer) => Promise<{ version: number; typing: Typing } | null>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  behovsmelding: {
    attend: attendBehovsmelding,
    read: async (id, viewer) => {
      const found = await writeBehovsmelding({ id }, viewer);
      return found && { version: found.need.version, typing: typingFrom(found.need) };
    },
  },
};

type Params = { params: Promise<{ slag: string; id: string }> };

/** Tells that one is in a form, and answers who else is, and what it says when that is newer than the page knows. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { slag, id } = await params;
  const kind = Object.hasOwn(KINDS, slag) ? KINDS[slag] : undefined;
  if (kind === undefined) return answer(404);
  const found = await given(request);
  if (found instanceof Response) return found;
  const { sent, viewer } = found;
  const outcome = await kind.attend({ id, field: sent['field'] }, viewer);
  if (outcome.kind !== 'done') return answer(404);
  const { version, others } = outcome.value;
  const newest = version === sent['version'] ? null : await kind.read(id, viewer);
  return answer(200, { version: newest?.version ?? version, typing: newest?.typing ?? null, others });
}
