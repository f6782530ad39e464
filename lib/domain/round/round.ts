import { inTime } from './time';
import { dayOfParts, type Day } from '#lib/domain/day';
import type { FieldError } from '#lib/domain/form/field-errors';
import { done, invalid, refused, type Decision } from '#lib/domain/outcome';
import type { RuleSet } from '#lib/domain/setup/rules';
import { DEADLINE_KINDS, type DeadlineKind, type Programme } from '#lib/domain/states';
import type { Subjects } from '#lib/domain/policy/subjects';

export type Deadlines = Readonly<Record<DeadlineKind, Day>>;

/**
 * The days Nordland uses (1 February for needs and 15 March for the innstilling, Strategi for Dekom i Nordland
 * 2020–2023); the other three are ours.
 */
export const suggestedDeadlines = (year: number): Deadlines => ({
  need: dayOfParts(year, 2, 1),
  innstilling: dayOfParts(year, 3, 15),
  decision: dayOfParts(year, 4, 30),
  plan: dayOfParts(year, 8, 15),
  report: dayOfParts(year + 1, 2, 1),
});

export interface NewRound {
  programme: Programme;
  year: number;
  budget: number;
  reserve: number;
  ruleSetId: string;
  forumId: string;
  deadlines: Deadlines;
}

/** What a county has to open a round with: its rule sets, its fora, and the rounds already there. */
export interface Opening {
  countyId: string;
  ruleSets: readonly RuleSet[];
  fora: readonly { id: string; programmes: readonly string[] }[];
  rounds: readonly { programme: Programme; year: number }[];
}

/** Whether a rule set holds on a day, such as the last to send needs in a round: from its first day until the first without it. */
export const validOn = (rules: Pick<RuleSet, 'validFrom' | 'validTo'>, day: Day): boolean =>
  rules.validFrom <= day && (rules.validTo === null || day < rules.validTo);

/** Which deadlines are not after the one before them. */
export function outOfOrder(deadlines: Deadlines): DeadlineKind[] {
  return DEADLINE_KINDS.filter((kind, index) => {
    const before = DEADLINE_KINDS[index - 1];
    return before !== undefined && deadlines[kind] <= deadlines[before];
  });
}

/**
 * Opens a round. Refuses a second round of the programme and year, another's rule set or forum, a reserve over the
 * budget, and deadlines out of order.
 */
export function openRound(county: Opening, input: NewRound): Decision<NewRound> {
  const { programme, year, deadlines } = input;
  const errors: Record<string, FieldError> = {};
  const rules = county.ruleSets.find(({ id }) => id === input.ruleSetId);
  if (rules?.programme !== programme || !validOn(rules, deadlines.need)) errors.ruleSetId = 'not-in-list';
  if (!county.fora.some(({ id, programmes }) => id === input.forumId && programmes.includes(programme)))
    errors.forumId = 'not-in-list';
  if (input.reserve > input.budget) errors.reserve = 'above-budget';
  for (const kind of outOfOrder(deadlines)) errors[kind] = 'out-of-order';
  if (Object.keys(errors).length > 0) return invalid(errors);
  if (county.rounds.some((round) => round.programme === programme && round.year === year))
    return refused({ code: 'round-exists', programme, year });
  return done(input);
}

/** A round that can be closed, as it is found. */
export type ClosingRound = Subjects['round'] & { id: string; programme: Programme; year: number; needLastDay: Day };

/**
 * Closes a round for needs. Before the deadline it takes a reason, since only those who are let in late or have a
 * need back can send after.
 */
export function closeRound(
  round: ClosingRound,
  input: { reason: string },
  { now }: { now: Date },
): Decision<{ reason: string; early: boolean }> {
  const early = inTime(round.needLastDay, now);
  return early && input.reason === '' ? invalid({ reason: 'required' }) : done({ reason: input.reason, early });
}
