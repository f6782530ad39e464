import { Thread, type Said } from '#components/behovsmelding/talk';
import type { Texts } from '#lib/texts/texts';

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
