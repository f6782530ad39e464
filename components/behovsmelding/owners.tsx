import { ChoiceGroup } from '#components/choice-group';
import { useTexts } from '#components/locale';
import type { Typing } from '#lib/domain/form/merge';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { errorAt, type Errors } from './words';

type Owner = { id: string; name: string; near: boolean };
type Props = { typed: Typing; errors: Errors; owners: readonly Owner[]; already: readonly string[] };

/** The other owners it is reported for: those of the same region in view, the rest of the county folded away. */
export function PartyFields({ typed, errors, owners, already }: Props) {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts);
  const words = t.behovsmelding;
  const chosen = typed['parties'] ?? [];
  const isInView = ({ id, near }: Owner): boolean => near || already.includes(id);
  const options = (all: readonly Owner[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  const [inView, others] = [owners.filter(isInView), owners.filter((owner) => !isInView(owner))];
  return (
    <div className="mb-6 max-w-[42rem]">
      {inView.length > 0 && (
        <ChoiceGroup
          kind="checkbox"
          name="parties"
          label={words.fields.parties}
          note={t.common.form.optional}
          description={words.help.parties}
          options={options(inView)}
          chosen={chosen}
          error={errorAt(errors, 'parties', t)}
        />
      )}
      {others.length > 0 && (
        <details className="fold -mt-3" open={others.some(({ id }) => chosen.includes(id))}>
          <summary>{words.otherOwners}</summary>
          <div className="mt-3">
            <ChoiceGroup
              kind="checkbox"
              name="parties"
              id={inView.length > 0 ? 'parties-andre' : 'parties'}
              label={words.otherOwners}
              bare
              options={options(others)}
              chosen={chosen}
            />
          </div>
        </details>
      )}
    </div>
  );
}
