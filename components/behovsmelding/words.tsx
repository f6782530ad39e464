import type { Behovsmelding, BehovsmeldingChoices } from '#lib/domain/behovsmelding/behovsmelding';
import { rowsIn } from '#lib/domain/behovsmelding/draft';
import { fieldOf, kindNamed, named } from '#lib/domain/behovsmelding/names';
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

/** The label of a field by its path: «Mål», «Nord universitet, 2027», «Egenandel, linje 2: Timer». */
function labelOf(path: string, names: Names, t: Pick<Texts, 'behovsmelding' | 'comments'>): string {
  const words = t.behovsmelding;
  if (path.startsWith('kommentar.')) return path.endsWith('.felt') ? t.comments.about : t.comments.text;
  const at = named(path);
  const field = fieldOf(path);
  switch (at?.of) {
    case 'coordinator':
      return words.cell(words.fields.coordinator, at.budgetYear);
    case 'lang':
      return `${words.fields.lang}: ${words.fields[at.text]}`;
    case 'lines': {
      const name = names.get(at.receiverId);
      return name === undefined ? words.fields.lines : words.cell(name, at.budgetYear);
    }
    case 'uh':
      return `${names.get(at.row) ?? words.fields.uh}${at.part === 'contact' ? `: ${words.partnerContact}` : ''}`;
    case 'egenandel': {
      const parts: Readonly<Record<string, string>> = {
        kind: words.kind,
        note: words.note,
        budgetYear: words.year,
        hours: words.hours,
        rate: words.rate,
        amount: words.amount,
      };
      return `${words.fields.egenandel}, ${names.get(at.row) ?? words.anyRow}: ${parts[at.part] ?? ''}`;
    }
    default:
      return field !== null ? words.fields[field] : path === 'version' ? words.fields.version : words.title;
  }
}

/** Where on the page a field is: a group of choices stands as one, and a cell by its own name. */
export function formPlace(path: string): string {
  const field = fieldOf(path);
  return field !== null && ['list', 'ids'].includes(kindNamed(field)?.kind ?? '') ? field : path;
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
  const isNamed = (field: string): boolean => ['id', 'ids'].includes(kindNamed(field)?.kind ?? '');
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
          const money = kindNamed(field)?.kind === 'kroner';
          const kind: Readonly<Record<string, string>> = field.endsWith('.kind') ? words.egenandelKind : {};
          return (
            chosen[field]?.[value] ??
            kind[value] ??
            (isNamed(field) ? names.get(value) : undefined) ??
            (named(field)?.of === 'lang' ? languages[value] : undefined) ??
            (money && /^\d+$/.test(value) ? formatKroner(Number(value)) : value)
          );
        })
        .join(', '),
    idOf: (field) => {
      const at = named(field);
      if (at?.of !== 'uh' || field in typed) return formPlace(field);
      // A partner who was just chosen stands in a row that has not got its name yet.
      const there = rowsIn(typed, 'uh').find((one) => typed[`uh.${one}.organisationId`]?.[0] === at.row);
      return `uh.${there ?? at.row}.${at.part}`;
    },
  };
}
