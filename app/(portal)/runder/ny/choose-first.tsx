import { SelectField, TextField } from '#components/field';
import { PROGRAMMES } from '#lib/domain/states';
import type { Texts } from '#lib/texts/texts';

type Props = { t: Texts; counties: readonly { countyId: string; countyName: string }[]; nextYear: number };

/** What decides the rest of the form: the programme and the year. A plain form that asks the same page again. */
export function ChooseFirst({ t, counties, nextYear }: Props) {
  const words = t.round.new;
  return (
    <form method="get" action="/runder/ny">
      <h2 className="mb-4 text-xl font-semibold">{words.first}</h2>
      {counties.length > 1 && (
        <SelectField
          name="countyId"
          label={words.county}
          options={counties.map((one) => ({ value: one.countyId, label: one.countyName }))}
        />
      )}
      <SelectField
        name="programme"
        label={words.programme}
        options={PROGRAMMES.map((value) => ({ value, label: t.round.programme[value] }))}
      />
      <TextField
        kind="number"
        name="year"
        label={words.year}
        description={words.yearHelp}
        defaultValue={String(nextYear)}
        size={6}
        input={{ min: 2017, max: 2100, required: true }}
      />
      <button type="submit" className="ds-button" data-variant="primary">
        {words.show}
      </button>
    </form>
  );
}
