import type { Behovsmelding, BehovsmeldingUh } from './behovsmelding';
import { cellName, named } from './names';
import type { FieldError } from '#lib/domain/form/field-errors';
import { merge, only, type Changes, type SavedFields, type Typing } from '#lib/domain/form/merge';
import { keptFields, parse, print, soundIn, type FormTable, type Kind } from '#lib/domain/form/table';
import { partCells } from './uh';
import { partnersOf } from './uh-speaks';
import { done, invalid, type Decision } from '#lib/domain/outcome';
import type { Actor } from '#lib/domain/policy/row';

/** The form of a UH's part: what it will do, and what it asks for in each year. */
export const UH_PART = {
  plan: { part: 'plan', kind: 'long', max: 4000, required: 'always' },
  lines: { part: 'budsjett', kind: 'beside', of: { kind: 'kroner' }, required: 'always' },
} as const satisfies FormTable<string, 'always'>;

/** How a field of this name in a part's form is typed; null when it has no such field. */
function kindInPart(name: string): Kind | null {
  const at = named(name);
  if (name === 'plan') return UH_PART.plan;
  return at?.of === 'lines' && at.side === 'uh' ? UH_PART.lines.of : null;
}
/** A part's form as it is kept. */
export const keptPart = (typing: Typing): Typing => keptFields(kindInPart, typing);

/** The one name of a UH's part of a need: for the page that writes it, and for those who are in it. */
export const partId = (needId: string, organisationId: string): string => `${needId}_${organisationId}`;

/** A UH's part as its form has it: its plan, and its cells of the budget, also of years not asked for now. */
export const typingOfPart = (
  { lines }: Pick<Behovsmelding, 'lines'>,
  { organisationId, plan }: Pick<BehovsmeldingUh, 'organisationId' | 'plan'>,
): Typing =>
  keptPart({
    plan: [plan],
    ...Object.fromEntries(
      lines
        .filter(({ side, receiverId }) => side === 'uh' && receiverId === organisationId)
        .map(({ budgetYear, amount }) => [cellName('uh', organisationId, budgetYear), print(UH_PART.lines.of, amount)]),
    ),
  });

const ownCell = (name: string, organisationId: string): boolean => {
  const at = named(name);
  return at?.of === 'lines' && at.receiverId === organisationId;
};

interface PartInput extends Changes {
  organisationId: string;
}
/** What a save changes in a part, and what it could not take. */
interface SavedPart extends SavedFields {
  uh: BehovsmeldingUh;
  plan: string;
  cells: { budgetYear: number; amount: number | null }[];
  fields: readonly string[];
}

/** A UH's own part, field by field: what is right is taken, what others wrote meanwhile stays, and a field that both changed is told. */
export function decidePart(
  before: Pick<Behovsmelding, 'uh' | 'uhIds' | 'year' | 'years' | 'lines'>,
  { organisationId, began, typed }: PartInput,
  { actor }: { actor: Actor },
): Decision<SavedPart> {
  const uh = partnersOf(before, actor).find((one) => one.organisationId === organisationId);
  if (uh === undefined) return invalid({ organisationId: 'not-in-list' });
  const { sound, wrong } = soundIn(kindInPart, typed);
  const { typing, taken, clashes } = merge(typingOfPart(before, uh), {
    began: keptPart(began),
    typed: keptPart(sound),
  });
  const asked = partCells(before, organisationId);
  const fields = taken.filter((field) => field === 'plan' || asked.some(({ name }) => name === field));
  // A year that is not asked for, or a cell of another than itself.
  const outside = taken
    .filter((field) => !fields.includes(field))
    .map((field): [string, FieldError] => [field, ownCell(field, organisationId) ? 'out-of-range' : 'not-in-list']);
  const cells = asked
    .filter(({ name }) => fields.includes(name))
    .map(({ name, budgetYear }) => ({ budgetYear, amount: parse(UH_PART.lines.of, typing[name] ?? []).value }));
  return done({
    uh,
    plan: typing['plan']?.[0] ?? '',
    cells,
    fields,
    stored: only(
      typing,
      Object.keys(sound).filter((field) => !outside.some(([one]) => one === field)),
    ),
    clashes,
    wrong: { ...wrong, ...Object.fromEntries(outside) },
  });
}
