import type { FieldError } from '#lib/domain/field-errors';
import { explainField } from '#lib/texts/explain';
import type { Texts } from '#lib/texts/texts';

/** Who stands in the rows of a need's budget, by id. */
export type Names = ReadonlyMap<string, string>;
export type Errors = Readonly<Record<string, FieldError>>;

const isField = (name: string, t: Texts): name is keyof Texts['behovsmelding']['fields'] => name in t.behovsmelding.fields;

/** The label of a field by its path: «Mål», «Nord universitet, 2027», «Egenandel, linje 2: Timer». */
export function labelOf(path: string, names: Names, t: Texts): string {
  const words = t.behovsmelding;
  const [field = '', row = '', part = ''] = path.split('.');
  const [, receiver = '', year = ''] = row.split('_');
  const name = names.get(receiver);
  if (field === 'lines' && name !== undefined) return words.cell(name, Number(year));
  if (field === 'uh' && row !== '') return words.partner(Number(row) + 1);
  if (field === 'egenandel' && row !== '') {
    const parts: Readonly<Record<string, string>> = { kind: words.kind, note: words.note, budgetYear: words.year, hours: words.hours, rate: words.rate, amount: words.amount };
    return `${words.fields.egenandel}, ${words.row(Number(row) + 1)}: ${parts[part] ?? ''}`;
  }
  return isField(field, t) ? words.fields[field] : words.title;
}

/** Where on the page a field is: a group of choices stands as one, and a cell by its own name. */
export function placeOf(path: string): string {
  const [field = ''] = path.split('.');
  return ['targetGroups', 'sectorGoals', 'evidenceKinds', 'unitKinds', 'themes', 'parties'].includes(field) ? field : path;
}

/** What is wrong at a place, as a sentence; nothing when it is right. */
export function errorAt(errors: Errors, place: string, t: Texts): string | undefined {
  const found = Object.entries(errors).find(([path]) => placeOf(path) === place);
  return found === undefined ? undefined : explainField(found[1], t);
}
