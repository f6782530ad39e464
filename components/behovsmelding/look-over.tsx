import type { Behovsmelding, BehovsmeldingChoices, BehovsmeldingText } from '#lib/domain/behovsmelding/behovsmelding';
import type { Texts } from '#lib/texts/texts';
import { NamedPartners, BehovsmeldingBudget, BehovsmeldingTexts, type ReadBehovsmelding } from './read';
import type { Names } from './words';

type Draft = BehovsmeldingText & {
  lines: readonly {
    side: Behovsmelding['lines'][number]['side'];
    receiverId: string;
    budgetYear: number;
    amount: number | null;
    coordinator: number | null;
  }[];
  uh: readonly { organisationId: string }[];
  parties: readonly { organisationId: string }[];
  egenandelLines: Behovsmelding['egenandelLines'];
};
type LookOverProps = {
  t: Pick<Texts, 'behovsmelding' | 'common'>;
  need: Behovsmelding;
  draft: Draft;
  names: Names;
  choices: BehovsmeldingChoices;
};

/** The whole need as it will be read, while it is typed. */
export function LookOver({ t, need, draft, names, choices }: LookOverProps) {
  const { owners, themes, tiltak } = choices;
  const typed: ReadBehovsmelding = {
    ...need,
    ...draft,
    egenandelLines: [...draft.egenandelLines],
    lines: draft.lines.map((line) => ({ ...line, receiverName: names.get(line.receiverId) ?? '' })),
    uh: draft.uh.map(({ organisationId }) => ({ organisationId, name: names.get(organisationId) ?? '' })),
    parties: owners.filter(({ id }) => draft.parties.some((one) => one.organisationId === id)),
    themeNames: themes.filter(({ id }) => draft.themes.includes(id)).map(({ name }) => name),
    changeTiltak: tiltak.find(({ id }) => id === draft.changeTiltakId) ?? null,
  };
  return (
    <details className="fold mb-8">
      <summary>{t.behovsmelding.lookOver}</summary>
      <div className="mt-6 border-l-2 border-sky pl-6">
        <BehovsmeldingTexts t={t} need={typed} after={() => null} />
        <NamedPartners t={t} need={typed} after={() => null} />
        <BehovsmeldingBudget t={t} need={typed} />
      </div>
    </details>
  );
}
