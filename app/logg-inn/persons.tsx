import { explainRefusal } from '#lib/texts/explain';
import type { Texts } from '#lib/texts/texts';
import type { PersonRole } from '#lib/auth/providers';
import { rolesAt } from '../role-words';

const CODES = ['email-unverified', 'email-linked', 'not-invited', 'access-ended'] as const;

/** The sentence for a sign-in that came to nothing. */
export function whyNot(error: string | string[] | undefined, t: Texts): string {
  const code = CODES.find((known) => known === error);
  return code === undefined ? t.auth.failed : explainRefusal({ code }, t);
}

/** Each person once, with what they are. */
function once(persons: readonly PersonRole[], t: Texts): { id: string; name: string; is: string }[] {
  const ids = [...new Set(persons.map(({ id }) => id))];
  return ids.map((id) => {
    const rows = persons.filter((person) => person.id === id);
    const is = rolesAt(rows, t).map(({ name, place }) => `${name}, ${place}`);
    return { id, name: rows[0]?.name ?? '', is: is.join(' · ') };
  });
}

/** The persons of the demo by county, each with a button that signs one in as them. */
export function Persons({ t, persons }: { t: Texts; persons: readonly PersonRole[] }) {
  const counties = [...new Set(persons.map(({ county }) => county))];
  return (
    <section>
      <h2 className="text-xl font-semibold">{t.auth.demoTitle}</h2>
      <p className="mt-2 mb-6 max-w-[48rem] text-quiet">{persons.length === 0 ? t.auth.demoEmpty : t.auth.demoHelp}</p>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        {counties.map((county) => (
          <section key={county}>
            <h3 className="font-semibold">{county === '' ? t.auth.noCounty : county}</h3>
            <ul className="mt-3 border-t border-line">
              {once(
                persons.filter((person) => person.county === county),
                t,
              ).map(({ id, name, is }) => (
                <li
                  key={id}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
                >
                  <span className="min-w-0 flex-1 basis-64">
                    <span className="block font-medium">{name}</span>
                    <span className="text-sm text-quiet">{is}</span>
                  </span>
                  <button
                    className="ds-button"
                    data-variant="secondary"
                    data-size="sm"
                    type="submit"
                    name="person"
                    value={id}
                    aria-label={t.auth.demoAs(name)}
                  >
                    {t.auth.title}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
