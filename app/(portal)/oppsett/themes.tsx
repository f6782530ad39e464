import { DataTable } from '#components/data-table';
import { lastDay } from '#lib/domain/people/delegation';
import type { SetupPage } from '#lib/queries/setup';
import { formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { DataForm } from '../../data-form';
import { theme, themeEnd } from './actions';
import { SetupSection } from './parts';

/** What the county works on: the themes that needs choose among, from when to when. */
export function Themes({ t, page: { setup, themes, edits, today } }: { t: Texts; page: SetupPage }) {
  const words = t.setup;
  const { countyId } = setup;
  const columns = [
    { key: 'name', header: words.theme },
    { key: 'from', header: words.from },
    { key: 'to', header: words.to },
    ...(edits ? [{ key: 'end', header: words.endTheme, act: true }] : []),
  ];
  return (
    <SetupSection title={words.themes} body={words.themesBody}>
      {themes.length === 0 ? (
        <p>{words.noThemes}</p>
      ) : (
        <DataTable
          caption={words.themes}
          quietCaption
          columns={columns}
          rows={themes.map((one) => {
            const last = lastDay(one);
            return {
              id: one.id,
              cells: [
                one.name,
                formatDay(one.from),
                last === null ? words.open : formatDay(last),
                ...(edits
                  ? [
                      one.holds && (
                        <DataForm
                          key="end"
                          id={`tema-${one.id}`}
                          action={themeEnd}
                          hidden={{ countyId, id: one.id }}
                          submit={words.endTheme}
                          weight="secondary"
                          fold={{ title: words.endTheme, label: words.endThemeOf(one.name) }}
                          fields={[{ kind: 'date', name: 'on', label: words.endOn, value: today }]}
                        />
                      ),
                    ]
                  : []),
              ],
            };
          })}
        />
      )}
      {edits && (
        <div className="mt-4">
          <DataForm
            id="tema"
            action={theme}
            hidden={{ countyId }}
            submit={words.addTheme}
            weight="secondary"
            fold={{ title: words.addTheme }}
            fields={[
              { kind: 'text', name: 'name', label: words.theme, size: 40 },
              { kind: 'date', name: 'from', label: words.firstDay, value: today },
            ]}
          />
        </div>
      )}
    </SetupSection>
  );
}
