import { cellName, type Behovsmelding, type BehovsmeldingUh } from './behovsmelding';
import { keptFields, moneyIn } from './draft';
import type { FieldError } from '#lib/domain/form/field-errors';
import { merge, only, type Changes, type SavedFields, type Typing } from '#lib/domain/form/merge';
import { partCells } from './uh';
import { partnersOf } from './uh-speaks';
import { done, invalid, type Decision, type FieldErrors } from '#lib/domain/outcome';
import type { Actor } from '#lib/domain/policy/actor';

/** The one name of a UH's part of a need: for the page that writes it, and for those who are in it. */
export const partId = (needId: string, organisationId: string): string => `${needId}_${organisationId}`;

/** A UH's part as its form has it: its plan, and its cells of the budget, also of years not asked for now. */
export const typingOfPart = (
  { lines }: Pick<Behovsmelding, 'lines'>,
  { organisationId, plan }: Pick<BehovsmeldingUh, 'organisationId' | 'plan'>,
): Typing =>
  keptFields({
    plan: [plan],
    ...Object.fromEntries(
      lines
        .filter(({ side, receiverId }) => side === 'uh' && receiverId === organisationId)
        .map(({ budgetYear, amount }) => [
          cellName('uh', organisationId, budgetYear),
          amount === null ? [] : [String(amount)],
        ]),
    ),
  });

interface PartInput extends Changes {
  organisationId: string;
  wrong: FieldErrors;
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
  { organisationId, began, typed, wrong: malformed }: PartInput,
  { actor }: { actor: Actor },
): Decision<SavedPart> {
  const uh = partnersOf(before, actor).find((one) => one.organisationId === organisationId);
  if (uh === undefined) return invalid({ organisationId: 'not-in-list' });
  const { typing, taken, clashes } = merge(typingOfPart(before, uh), {
    began: keptFields(began),
    typed: keptFields(typed),
  });
  const asked = partCells(before, organisationId);
  const fields = taken.filter((field) => field === 'plan' || asked.some(({ name }) => name === field));
  // A year that is not asked for, or a cell of another than itself.
  const outside = taken
    .filter((field) => !fields.includes(field))
    .map((field): [string, FieldError] => [
      field,
      field.startsWith(`lines.uh_${organisationId}_`) ? 'out-of-range' : 'not-in-list',
    ]);
  const cells = asked
    .filter(({ name }) => fields.includes(name))
    .map(({ name, budgetYear }) => {
      const amount = moneyIn(typing, name);
      return { budgetYear, amount: typeof amount === 'number' ? amount : null };
    });
  return done({
    uh,
    plan: typing['plan']?.[0] ?? '',
    cells,
    fields,
    stored: only(
      typing,
      Object.keys(typed).filter((field) => !outside.some(([one]) => one === field)),
    ),
    clashes,
    wrong: { ...malformed, ...Object.fromEntries(outside) },
  });
}
