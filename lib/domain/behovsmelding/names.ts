import { ID, LANGUAGE, textOfLanguage, type Kind } from '#lib/domain/form/table';
import { SIDES, type Side } from '#lib/domain/states';
import {
  BEHOVSMELDING_FORM,
  isColumn,
  lineOfField,
  LONG_TEXTS,
  NEED_FIELDS,
  STEPS,
  type LongText,
  type NeedColumn,
  type NeedField,
  type Step,
} from './form';

/** The one name of a budget cell, the same in the form, in an error and in a list of what is missing. */
export const cellName = (side: Side, receiverId: string, budgetYear: number): string =>
  `lines.${side}_${receiverId}_${budgetYear}`;
/** The name of the cell that says how much of the network's goes to coordinating in a year. */
export const coordinatorName = (budgetYear: number): string => `coordinator.${budgetYear}`;

/** What a name in the form stands for: a field of the table, the language of a text, a cell of the budget, or a part of a row. */
export type NamedField =
  | { readonly of: 'form'; readonly field: NeedField }
  | { readonly of: 'lang'; readonly text: LongText }
  | { readonly of: 'lines'; readonly side: Side; readonly receiverId: string; readonly budgetYear: number }
  | { readonly of: 'coordinator'; readonly budgetYear: number }
  | { readonly of: 'egenandel' | 'uh'; readonly row: string; readonly part: string };

const YEAR = /^\d{4}$/;

function cellNamed(key: string): NamedField | null {
  const [side, receiverId = '', year = '', ...more] = key.split('_');
  const found = SIDES.find((one) => one === side);
  if (found === undefined || more.length > 0 || !ID.test(receiverId) || !YEAR.test(year)) return null;
  return { of: 'lines', side: found, receiverId, budgetYear: Number(year) };
}

/** The one reading of a name in the form; null when the form has none such. */
export function named(name: string): NamedField | null {
  const [group = '', key, part, ...more] = name.split('.');
  if (more.length > 0) return null;
  if (key === undefined) {
    const field = NEED_FIELDS.find((one) => one === group);
    return field === undefined ? null : { of: 'form', field };
  }
  if (group === 'egenandel' || group === 'uh')
    return part === undefined || !ID.test(key) ? null : { of: group, row: key, part };
  if (part !== undefined) return null;
  if (group === 'lines') return cellNamed(key);
  if (group === 'coordinator') return YEAR.test(key) ? { of: 'coordinator', budgetYear: Number(key) } : null;
  const about = textOfLanguage(name);
  const text = LONG_TEXTS.find((one) => one === about);
  return text === undefined ? null : { of: 'lang', text };
}

/** How a field of this name is typed; null when the form has no such field. */
export function kindNamed(name: string): Kind | null {
  const at = named(name);
  if (at === null) return null;
  if (at.of === 'lang') return LANGUAGE;
  if (at.of === 'egenandel' || at.of === 'uh') {
    const parts: Readonly<Record<string, Kind>> = BEHOVSMELDING_FORM[at.of].of;
    return Object.hasOwn(parts, at.part) ? (parts[at.part] ?? null) : null;
  }
  if (at.of !== 'form') return BEHOVSMELDING_FORM[at.of].of;
  const line = lineOfField(at.field);
  // The cells and the rows are told by the names of their own.
  if (line.kind === 'rows' || at.field === 'lines' || at.field === 'coordinator') return null;
  return line.kind === 'beside' ? line.of : line;
}

/** The field of the table that a name belongs to, or a place on the page that begins with it; null for any other. */
export function fieldOf(name: string): NeedField | null {
  const [group] = (textOfLanguage(name) ?? name).split('.');
  return NEED_FIELDS.find((one) => one === group) ?? null;
}

/** The row of the egenandel or of the partners that a field stands in. */
export function rowOf(name: string): string | null {
  const at = named(name);
  return at?.of === 'egenandel' || at?.of === 'uh' ? `${at.of}.${at.row}` : null;
}

/** The column that a field is kept in; null for a row of its own. */
export function columnOf(name: string): NeedColumn | 'languages' | null {
  const at = named(name);
  if (at?.of === 'lang') return 'languages';
  return at?.of === 'form' && isColumn(at.field) ? at.field : null;
}

/**
 * The step that a place on the page is in, by what stands after # in the address: a step itself, a field of it, or
 * its comments. The first when it is neither.
 */
export function stepAt(place: string): Step {
  if (place.startsWith('kommentar.')) return stepAt(place.slice('kommentar.'.length));
  const own = STEPS.find((step) => step === place.split('.')[0]);
  const field = fieldOf(place);
  const section = field === null ? null : lineOfField(field).part;
  return own ?? (section === 'egenandel' ? 'egenandel-del' : (section ?? 'hvem'));
}
