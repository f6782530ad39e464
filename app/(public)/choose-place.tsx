import { SelectField } from '#components/field';
import type { Texts } from '#lib/texts/texts';

type Place = { countyId: string; countyName: string; year: number };

/** The choice of county and year, the newest first. Works before any script has loaded. */
export function ChoosePlace({ t, places, chosen }: { t: Texts; places: readonly Place[]; chosen: Place }) {
  const words = t.register.choose;
  const value = ({ countyId, year }: Place) => `${countyId}/${year}`;
  return (
    <form action="/" className="no-print mb-6 flex flex-wrap items-end gap-x-4">
      <SelectField
        name="valg"
        label={words.label}
        defaultValue={value(chosen)}
        options={places.map((place) => ({ value: value(place), label: words.place(place.countyName, place.year) }))}
      />
      <button className="ds-button mb-6" data-variant="secondary">
        {words.button}
      </button>
    </form>
  );
}
