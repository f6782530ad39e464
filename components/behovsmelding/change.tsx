import { ChoiceGroup } from '#components/choice-group';
import { SelectField } from '#components/field';
import { useTexts } from '#components/locale';
import { Long, type TextProps } from './long';
import { errorAt } from './words';
import { formatKroner } from '#lib/domain/money/kroner';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';

type Tiltak = {
  id: string;
  reference: string;
  title: string;
  granted: readonly { year: number; amount: number | null }[];
};

/** A granted tiltak with money in years to come that the need asks to change: which, more or less, and why. */
export function ChangeFields({ tiltak, ...props }: TextProps & { tiltak: readonly Tiltak[] }) {
  const { typed, errors } = props;
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts);
  const words = t.behovsmelding;
  const id = typed['changeTiltakId']?.[0] ?? '';
  const wrong = ['changeTiltakId', 'changeDirection', 'changeReason'].some(
    (name) => errorAt(errors, name, t) !== undefined,
  );
  const chosen = tiltak.find((one) => one.id === id);
  if (tiltak.length === 0) return null;
  return (
    <details className="fold mb-6" open={id !== '' || wrong}>
      <summary>{words.fields.changeTiltakId}</summary>
      <div className="mt-4">
        <SelectField
          name="changeTiltakId"
          label={words.changeWhich}
          empty={words.changeNone}
          description={words.help.change}
          defaultValue={id}
          error={errorAt(errors, 'changeTiltakId', t)}
          options={tiltak.map((one) => ({ value: one.id, label: `${one.reference} ${one.title}` }))}
        />
        {chosen !== undefined && (
          <p className="-mt-3 mb-6 text-sm">
            {words.earlier.granted}:{' '}
            {chosen.granted
              .map(({ year, amount }) => `${year}: ${amount === null ? t.common.money.missing : formatKroner(amount)}`)
              .join(' · ')}
          </p>
        )}
        <ChoiceGroup
          kind="radio"
          name="changeDirection"
          label={words.fields.changeDirection}
          chosen={typed['changeDirection'] ?? []}
          error={errorAt(errors, 'changeDirection', t)}
          options={(['more', 'less'] as const).map((value) => ({ value, label: words.changeDirection[value] }))}
        />
        <Long {...props} name="changeReason" rows={2} />
      </div>
    </details>
  );
}
