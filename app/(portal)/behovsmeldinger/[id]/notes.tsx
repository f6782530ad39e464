import { Thread } from '#components/behovsmelding/talk';
import { notesOn } from '#lib/queries/behovsmelding/comment';
import { formatDateTime } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { NoteForm } from './give-back';

type Props = { t: Texts; needId: string; viewer: Parameters<typeof notesOn>[1] };

/** What Statsforvalteren has noted for itself; for nobody else is there anything here. */
export async function Notes({ t, needId, viewer }: Props) {
  const found = await notesOn({ id: needId }, viewer);
  if (found === null) return null;
  const words = t.beside.notes;
  const said = found.notes.map(({ id, field, text, authorName, at }) => ({
    id,
    field,
    text,
    authorName,
    by: words.by(authorName, formatDateTime(at, viewer.now)),
    resolved: null,
  }));
  return (
    <section className="no-print mt-12 max-w-[48rem]">
      <h2 className="text-xl font-semibold">{words.title}</h2>
      <p className="mb-4 text-quiet">{words.under}</p>
      {said.length === 0 ? <p className="mb-4 text-quiet">{words.none}</p> : <Thread said={said} />}
      {found.mayWrite && (
        <div className="mt-4">
          <NoteForm key={said.length} id={needId} />
        </div>
      )}
    </section>
  );
}
