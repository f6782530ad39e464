import type { Behovsmelding, BehovsmeldingChoices } from '#lib/domain/behovsmelding/behovsmelding';
import { rowsIn } from '#lib/domain/behovsmelding/draft';
import type { FieldError } from '#lib/domain/form/field-errors';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Typing } from '#lib/domain/form/merge';
import type { FormWords } from '#components/saving/at-field';
import { explainField } from '#lib/texts/explain';
import type { Texts } from '#lib/texts/texts';

/** Who stands in the rows of a need's budget, and what its lines are called, by id. */
export type Names = ReadonlyMap<string, string>;
/** The names of all that the form of a need may name: its owner, those to choose among, and tiltak by their reference. */
export const namesIn = (
  { ownerId, ownerName }: Behovsmelding,
  partners: readonly { id: string; name: string }[],
  { owners, themes, tiltak }: BehovsmeldingChoices,
): Names =>
  new Map([
    [ownerId, ownerName],
    ...[...partners, ...owners, ...themes].map(({ id, name }): [string, string] => [id, name]),
    ...tiltak.map(({ id, reference }): [string, string] => [id, reference]),
  ]);

export type Errors = Readonly<Record<string, FieldError>>;

const isField = (name: string, t: Pick<Texts, 'behovsmelding'>): name is keyof Texts['behovsmelding']['fields'] =>
  name in t.behovsmelding.fields;

/** The label of a field by its path: «Mål», «Nord universitet, 2027», «Egenandel, linje 2: Timer». */
function labelOf(path: string, names: Names, t: Pick<Texts, 'behovsmelding' | 'comments'>): string {
  const words = t.behovsmelding;
  const [field = '', row = '', part = ''] = path.split('.');
  const [, receiver = '', year = ''] = row.split('_');
  const name = names.get(receiver);
  if (field === 'coordinator' && row !== '') return words.cell(words.fields.coordinator, Number(row));
  if (field === 'kommentar') return part === 'felt' ? t.comments.about : t.comments.text;
  if (field === 'lang' && isField(row, t)) return `${words.fields.lang}: ${words.fields[row]}`;
  if (field === 'lines' && name !== undefined) return words.cell(name, Number(year));
  if (field === 'uh' && row !== '')
    return `${names.get(row) ?? words.fields.uh}${part === 'contact' ? `: ${words.partnerContact}` : ''}`;
  if (field === 'egenandel' && row !== '') {
    const parts: Readonly<Record<string, string>> = {
      kind: words.kind,
      note: words.note,
      budgetYear: words.year,
      hours: words.hours,
      rate: words.rate,
      amount: words.amount,
    };
    return `${words.fields.egenandel}, ${names.get(row) ?? words.anyRow}: ${parts[part] ?? ''}`;
  }
  return isField(field, t) ? words.fields[field] : words.title;
}

/** Where on the page a field is: a group of choices stands as one, and a cell by its own name. */
export function formPlace(path: string): string {
  const [field = ''] = path.split('.');
  return ['targetGroups', 'sectorGoals', 'evidenceKinds', 'unitKinds', 'themes', 'parties'].includes(field)
    ? field
    : path;
}

/** What is wrong at a place, as a sentence; nothing when it is right. */
export function errorAt(errors: Errors, place: string, t: Pick<Texts, 'fieldErrors'>): string | undefined {
  const found = Object.entries(errors).find(([path]) => formPlace(path) === place);
  return found === undefined ? undefined : explainField(found[1], t);
}

/** What the fields of a need are called, and what stands in them in words, as its form is typed now. */
export function behovsmeldingWords(
  typed: Typing,
  names: Names,
  t: Pick<Texts, 'behovsmelding' | 'comments' | 'common'>,
): FormWords {
  const words = t.behovsmelding;
  const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    targetGroups: words.targetGroup,
    sectorGoals: words.sectorGoal,
    evidenceKinds: words.evidenceKind,
    unitKinds: words.unitKind,
    changeDirection: words.changeDirection,
  };
  const isNamed = (field: string): boolean =>
    field.startsWith('uh.') || ['themes', 'parties', 'changeTiltakId'].includes(field);
  const languages: Readonly<Record<string, string>> = t.common.form.languages;
  const lines = new Map([
    ...names,
    ...rowsIn(typed, 'egenandel').map((row, index): [string, string] => [row, words.row(index + 1)]),
  ]);
  return {
    labelOf: (field) => labelOf(field, lines, t),
    sayOf: (field, values) =>
      values
        .map((value) => {
          const money = /^(?:lines|coordinator)\./.test(field) || /\.(?:amount|rate)$/.test(field);
          const kind: Readonly<Record<string, string>> = field.endsWith('.kind') ? words.egenandelKind : {};
          return (
            chosen[field]?.[value] ??
            kind[value] ??
            (isNamed(field) ? names.get(value) : undefined) ??
            (field.startsWith('lang.') ? languages[value] : undefined) ??
            (money && /^\d+$/.test(value) ? formatKroner(Number(value)) : value)
          );
        })
        .join(', '),
    idOf: (field) => {
      const [group, row, part] = field.split('.');
      if (group !== 'uh' || field in typed) return formPlace(field);
      // A partner who was just chosen stands in a row that has not got its name yet.
      const there = rowsIn(typed, 'uh').find((one) => typed[`uh.${one}.organisationId`]?.[0] === row);
      return `uh.${there ?? row ?? ''}.${part ?? ''}`;
    },
  };
}
