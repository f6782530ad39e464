import { type Said, Thread } from '#components/behovsmelding/talk';
import type { Texts } from '#lib/texts/texts';
import { notesOn } from '#lib/queries/behovsmelding/comment';
import { formatDateTime } from '#lib/texts/format';
import { NoteForm } from './give-back';

const isField = (name: string, t: Texts): name is keyof Texts['behovsmelding']['fields'] =>
  name in t.behovsmelding.fields;

/** What Statsforvalteren said field by field, each with the way to its field for whoever writes. */
export function Returned({
  t,
  needId,
  said,
  mayWrite,
}: {
  t: Texts;
  needId: string;
  said: readonly Said[];
  mayWrite: boolean;
}) {
  if (said.length === 0) return null;
  const fields = [...new Set(said.map(({ field }) => field))];
  return (
    <section className="mb-8 max-w-[48rem]">
      <h2 className="mb-3 text-xl font-semibold">{t.beside.giveBack.title}</h2>
      <dl className="grid gap-4">
        {fields.map((field) => {
          const label = isField(field, t) ? t.behovsmelding.fields[field] : field;
          return (
            <div key={field}>
              <dt className="mb-1 font-medium">
                {mayWrite ? (
                  <a className="ds-link" href={`/behovsmeldinger/${needId}/skriv#${field}`}>
                    {label}
                  </a>
                ) : (
                  label
                )}
              </dt>
              <dd>
                <Thread said={said.filter((one) => one.field === field)} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

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
