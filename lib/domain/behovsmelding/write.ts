import type { EgenandelLine, BehovsmeldingLine, BehovsmeldingText } from './behovsmelding';
import { cellIn, behovsmeldingDraftIn, typingFrom } from './draft';
import { cellName, coordinatorName, kindNamed, named, rowOf } from './names';
import type { FieldError } from '#lib/domain/form/field-errors';
import { MAX_KRONER } from '#lib/domain/money/kroner';
import { hasOwnPart, type OwnPart } from './uh';
import { merge, only, type Changes, type SavedFields, type Typing } from '#lib/domain/form/merge';
import { keptFields, soundIn } from '#lib/domain/form/table';
import { done, type Decision } from '#lib/domain/outcome';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { BehovsmeldingState } from '#lib/domain/states';

/** A draft as it stands when somebody's changes reach it. */
export interface BehovsmeldingDraft extends BehovsmeldingText {
  id: string;
  version: number;
  state: BehovsmeldingState;
  year: number;
  ownerId: string;
  rules: Pick<RuleSet, 'maxYears' | 'targetGroups' | 'unitKinds'>;
  lines: readonly Omit<BehovsmeldingLine, 'receiverName'>[];
  egenandelLines: readonly EgenandelLine[];
  uh: readonly (OwnPart & { contact: string })[];
  parties: readonly { organisationId: string }[];
  choices: Choices;
}

/** What a need may name: UH partners, other owners of the county, its themes, and the owner's own tiltak. */
export interface Choices {
  readonly partners: readonly string[];
  readonly owners: readonly string[];
  readonly themeIds: readonly string[];
  readonly tiltakIds: readonly string[];
}

/** What a save changes, and what it could not take: what is wrong, and what another has written where both have changed. */
export interface SavedBehovsmelding extends SavedFields {
  readonly fields: readonly string[];
  readonly before: Typing;
  readonly after: Typing;
  /** What the form says after. */
  readonly draft: ReturnType<typeof behovsmeldingDraftIn<BehovsmeldingDraft>>;
}

/** More lines of egenandel than anybody has need of, so that a need can always be shown. */
const MOST_LINES = 100;

/** What a rule says against these fields together: where it is told, and which of them it concerns. */
function wrongAmong(
  before: BehovsmeldingDraft,
  after: Typing,
  taken: readonly string[],
): { fields: string[]; error: FieldError }[] {
  const draft = behovsmeldingDraftIn(after, before);
  const uh = draft.uh.map((one) => one.organisationId);
  const inYears = (year: number, years: number) => year >= before.year && year < before.year + years;
  const { rules, choices } = before;
  const offered: Readonly<Record<string, readonly string[]>> = {
    targetGroups: rules.targetGroups,
    unitKinds: rules.unitKinds,
    themes: choices.themeIds,
    parties: choices.owners.filter((id) => id !== before.ownerId),
    changeTiltakId: choices.tiltakIds,
  };
  const one = (field: string): { fields: string[]; error: FieldError }[] => {
    const at = named(field);
    const values = after[field] ?? [];
    const [value] = values;
    // A partner with a part of its own is not taken away by the form: the whole row stays.
    if (
      value === undefined &&
      at?.of === 'uh' &&
      at.part === 'organisationId' &&
      before.uh.some((uh) => uh.organisationId === at.row && hasOwnPart(uh, before.lines))
    )
      return [{ fields: taken.filter((other) => rowOf(other) === rowOf(field)), error: 'has-own-part' }];
    // Whom to talk to at a partner is what the partner has confirmed.
    if (
      at?.of === 'uh' &&
      at.part === 'contact' &&
      before.uh.some((uh) => uh.organisationId === at.row && uh.confirmedAt !== null)
    )
      return [{ fields: [field], error: 'confirmed-by-uh' }];
    if (value === undefined) return [];
    const cell = cellIn(after, field, before.ownerId);
    const says = (error: FieldError) => [{ fields: [field], error }];
    if (values.some((chosen) => offered[field]?.includes(chosen) === false)) return says('not-in-list');
    if (field === 'years' && draft.years > before.rules.maxYears) return says('out-of-range');
    if (cell !== null && !(cell.side === 'network' ? cell.receiverId === before.ownerId : uh.includes(cell.receiverId)))
      return says('not-in-list');
    // A year more than is asked for now may be another's, who asks for it: its cell is kept, and counts when the year is there.
    if (cell !== null && !inYears(cell.budgetYear, before.rules.maxYears)) return says('out-of-range');
    if (at?.of === 'uh' && at.part === 'organisationId' && (value !== at.row || !choices.partners.includes(value)))
      return says('not-in-list');
    if (at?.of === 'egenandel' && at.part === 'budgetYear' && !inYears(Number(value), draft.years))
      return says('out-of-range');
    return [];
  };
  const { periodStart, periodEnd, egenandelLines } = draft;
  const coordinating = draft.lines
    .filter(({ amount, coordinator }) => amount !== null && coordinator !== null && coordinator > amount)
    .map(({ budgetYear }) => ({
      fields: [coordinatorName(budgetYear), cellName('network', before.ownerId, budgetYear)],
      error: 'above-network' as const,
    }));
  const amounts = taken.filter((field) => {
    const at = named(field);
    return at?.of === 'egenandel' && ['amount', 'hours', 'rate'].includes(at.part);
  });
  const products = amounts.filter((field) =>
    egenandelLines.some(
      (line) =>
        rowOf(field) === `egenandel.${line.id}` && line.hours !== null && line.rate !== null && line.amount === null,
    ),
  );
  return [
    ...taken.flatMap(one),
    ...coordinating,
    // A draft may be half done; what has been sent keeps a period that can be.
    ...(before.state !== 'draft' && periodStart !== null && periodEnd !== null && periodEnd <= periodStart
      ? [{ fields: ['periodEnd', 'periodStart'], error: 'end-before-start' as const }]
      : []),
    ...(before.state !== 'draft' &&
    draft.changeTiltakId !== null &&
    (draft.changeDirection === '' || draft.changeReason === '')
      ? [{ fields: ['changeReason', 'changeDirection', 'changeTiltakId'], error: 'required' as const }]
      : []),
    ...(draft.egenandelLines.length > MOST_LINES
      ? [{ fields: taken.filter((field) => named(field)?.of === 'egenandel'), error: 'too-many-rows' as const }]
      : []),
    ...(products.length > 0 ? [{ fields: products, error: 'too-large' as const }] : []),
    ...(egenandelLines.reduce((sum, line) => sum + (line.amount ?? 0), 0) > MAX_KRONER
      ? [{ fields: amounts, error: 'too-large' as const }]
      : []),
  ];
}

/** Saves what somebody changed in a draft, field by field: what is right is taken, whatever is wrong with the rest. */
export function decideBehovsmelding(
  draft: BehovsmeldingDraft,
  { began, typed }: Changes,
): Decision<SavedBehovsmelding> {
  const before = typingFrom(draft);
  const read = soundIn(kindNamed, typed);
  const merged = merge(
    before,
    { began: keptFields(kindNamed, began), typed: keptFields(kindNamed, read.sound) },
    rowOf,
  );
  const wrong: Record<string, FieldError> = { ...read.wrong };
  let taken = [...merged.taken];
  // What is set back may leave something else wrong, such as the other end of a period: as long as that is so, once more.
  for (;;) {
    const after = { ...before, ...only(merged.typing, taken) };
    const found = wrongAmong(draft, after, taken)
      .map((one) => ({ ...one, fields: one.fields.filter((field) => taken.includes(field)) }))
      .filter(({ fields }) => fields.length > 0);
    if (found.length === 0) {
      const stored = only(after, Object.keys(read.sound));
      return done({
        fields: taken,
        before,
        after,
        draft: behovsmeldingDraftIn(after, draft),
        stored,
        wrong,
        clashes: merged.clashes,
      });
    }
    for (const { fields, error } of found) for (const field of fields) wrong[field] ??= error;
    taken = taken.filter((field) => !(field in wrong));
  }
}
