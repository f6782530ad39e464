import { dayAt, type Day } from '#lib/domain/day';
import type { Enforcement } from '#lib/domain/money/egenandel';
import type { FieldError } from '#lib/domain/form/field-errors';
import { done, invalid, refused, type Decision } from '#lib/domain/outcome';
import { whyNotSend } from './sending';
import type { RoundState, Side } from '#lib/domain/states';

/** A round as a need on paper finds it: who may ask in it, for whom, for how many years, and for whom it is open late. */
export interface PaperRound {
  readonly state: RoundState;
  readonly year: number;
  readonly needLastDay: Day;
  readonly maxYears: number;
  readonly egenandelEnforcement: Enforcement;
  readonly owners: readonly { id: string; name: string }[];
  readonly partners: readonly { id: string }[];
  readonly late: readonly { organisationId: string; until: Day }[];
}
interface OwnYear {
  budgetYear: number;
  amount: number | null;
}
export interface PaperInput {
  ownerId: string;
  title: string;
  receivedOn: Day;
  uhId: string | null;
  lines: readonly { side: Side; budgetYear: number; amount: number | null }[];
  egenandel: readonly OwnYear[];
}
export interface PaperBehovsmelding {
  owner: { id: string; name: string };
  years: number;
  lines: { side: Side; receiverId: string; budgetYear: number; amount: number | null }[];
  egenandel: OwnYear[];
}

/**
 * A need that came on paper is in time when the day it came is; the round must still take needs that are sent. Its
 * egenandel is for each year it asks for: null where the paper does not say.
 */
export function decidePaper(
  round: PaperRound,
  input: PaperInput,
  { now }: { now: Date },
): Decision<PaperBehovsmelding> {
  const { ownerId, receivedOn, uhId, lines, egenandel } = input;
  const owner = round.owners.find(({ id }) => id === ownerId);
  const errors: Record<string, FieldError> = {};
  if (owner === undefined) errors['ownerId'] = 'not-in-list';
  if (uhId !== null && !round.partners.some(({ id }) => id === uhId)) errors['uhId'] = 'not-in-list';
  if (receivedOn > dayAt(now)) errors['receivedOn'] = 'in-the-future';
  const asked = lines.filter(({ amount }) => amount !== null);
  const wrong = asked.filter(
    ({ side, budgetYear }) =>
      budgetYear < round.year || budgetYear >= round.year + round.maxYears || (side === 'uh' && uhId === null),
  );
  for (const { side, budgetYear } of wrong)
    errors[`lines.${side}_${budgetYear}`] = side === 'uh' && uhId === null ? 'no-uh-chosen' : 'out-of-range';
  if (asked.length === 0) errors[`lines.network_${round.year}`] = 'required';
  const years = Math.max(round.year, ...asked.map(({ budgetYear }) => budgetYear)) - round.year + 1;
  for (const { budgetYear } of egenandel.filter(
    ({ budgetYear, amount }) => amount !== null && (budgetYear < round.year || budgetYear >= round.year + years),
  ))
    errors[`egenandel.year_${budgetYear}`] = 'not-asked-for';
  if (owner === undefined || Object.keys(errors).length > 0) return invalid(errors);

  const lateUntil = round.late.find(({ organisationId }) => organisationId === ownerId)?.until ?? null;
  const no = whyNotSend(
    { roundState: 'open', needLastDay: round.needLastDay, lateUntil, returned: false, returnedUntil: null },
    receivedOn,
  );
  if (no !== null) return refused(no);
  const receivers = { network: owner.id, uh: uhId };
  return done({
    owner,
    years,
    lines: lines.flatMap(({ side, budgetYear, amount }) => {
      const receiverId = receivers[side];
      return receiverId === null || budgetYear >= round.year + years ? [] : [{ side, receiverId, budgetYear, amount }];
    }),
    egenandel:
      round.egenandelEnforcement === 'none'
        ? []
        : Array.from({ length: years }, (_, index) => {
            const budgetYear = round.year + index;
            return { budgetYear, amount: egenandel.find((one) => one.budgetYear === budgetYear)?.amount ?? null };
          }),
  });
}
