import { PROGRAMMES } from '#lib/domain/states';
import type { SetupPage } from '#lib/queries/setup';
import type { Texts } from '#lib/texts/texts';
import { DataForm } from '../../data-form';
import { programmes } from './actions';
import { Section } from './section';

/** Which programmes each forum handles. */
export function Programmes({ t, page: { setup, edits } }: { t: Texts; page: SetupPage }) {
  const words = t.setup;
  return (
    <Section title={words.programmes} body={words.programmesBody}>
      <ul className="grid gap-6">
        {setup.fora.map((forum) => (
          <li key={forum.id} className="border-t border-line pt-3">
            <p className="font-medium">{forum.name}</p>
            <ul className="mt-1 mb-2 list-disc pl-5">
              {forum.programmes.map((one) => (
                <li key={one}>{t.round.programme[one]}</li>
              ))}
            </ul>
            {edits && (
              <DataForm
                id={`ordninger-${forum.id}`}
                action={programmes}
                hidden={{ id: forum.id }}
                submit={words.setProgrammes}
                weight="secondary"
                fold={{ title: words.setProgrammes, label: `${words.setProgrammes}: ${forum.name}` }}
                fields={[
                  {
                    kind: 'checks',
                    name: 'programmes',
                    label: words.handles,
                    options: PROGRAMMES.map((value) => ({ value, label: t.round.programme[value] })),
                    values: forum.programmes,
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
