import {
  budgetYears,
  type Behovsmelding,
  type BehovsmeldingLine,
  type BehovsmeldingMoney,
  type BehovsmeldingUh,
} from './behovsmelding';
import { cellName } from './names';
import { isUnsaid } from '#lib/domain/form/table';
import { formatKroner } from '#lib/domain/money/kroner';
import { done, invalid, type Decision } from '#lib/domain/outcome';
import type { BehovsmeldingState } from '#lib/domain/states';

/** How far a UH has come with a need that names it. */
export type UhAnswer = 'not-shared' | 'waiting' | 'confirmed' | 'declined';

/** What a UH has answered; `waiting` from when it can read the need. */
export function answerOf(
  uh: Pick<BehovsmeldingUh, 'sharedAt' | 'confirmedAt' | 'declinedAt'>,
  need: { state: BehovsmeldingState },
): UhAnswer {
  if (uh.declinedAt !== null) return 'declined';
  if (uh.confirmedAt !== null) return 'confirmed';
  return uh.sharedAt === null && need.state === 'draft' ? 'not-shared' : 'waiting';
}

/** The cells of a UH, one for each year the need asks for; null is not filled in. */
export const partCells = (
  need: Pick<BehovsmeldingMoney, 'year' | 'years' | 'lines'>,
  organisationId: string,
): { name: string; budgetYear: number; amount: number | null }[] =>
  budgetYears(need).map((budgetYear) => ({
    name: cellName('uh', organisationId, budgetYear),
    budgetYear,
    amount:
      need.lines.find(
        (line) => line.side === 'uh' && line.receiverId === organisationId && line.budgetYear === budgetYear,
      )?.amount ?? null,
  }));

/** Whether a UH has written what it will do and what it asks for in every year. */
export const hasFilled = (
  need: Pick<BehovsmeldingMoney, 'year' | 'years' | 'lines'>,
  uh: Pick<BehovsmeldingUh, 'organisationId' | 'plan'>,
): boolean => !isUnsaid(uh.plan) && partCells(need, uh.organisationId).every(({ amount }) => !isUnsaid(amount));

/** Sharing: with a UH that the need names. Again changes nothing. */
export function decideShare(
  before: Pick<Behovsmelding, 'uh'>,
  { organisationId }: { organisationId: string },
): Decision<{ uh: BehovsmeldingUh; changed: boolean }> {
  const uh = before.uh.find((one) => one.organisationId === organisationId);
  return uh === undefined ? invalid({ organisationId: 'not-in-list' }) : done({ uh, changed: uh.sharedAt === null });
}

/** What a partner is known by when it is judged whether it has a part of its own; of the dates only whether they are there counts. */
export interface OwnPart {
  organisationId: string;
  sharedAt: unknown;
  confirmedAt: unknown;
  declinedAt: unknown;
  filledAt: unknown;
  plan: string;
  subPartners: readonly unknown[];
}
type Lines = readonly Pick<BehovsmeldingLine, 'side' | 'receiverId' | 'budgetYear' | 'amount'>[];

const moneyOf = (lines: Lines, organisationId: string) =>
  lines.filter(
    ({ side, receiverId, amount }) => side === 'uh' && receiverId === organisationId && amount !== null && amount > 0,
  );

/**
 * Whether a partner has something that would be lost with it: the draft is shared with it, it has answered or
 * written, money is asked for it, or others take part through it.
 */
export const hasOwnPart = (
  { organisationId, sharedAt, confirmedAt, declinedAt, filledAt, plan, subPartners }: OwnPart,
  lines: Lines,
): boolean =>
  [sharedAt, confirmedAt, declinedAt, filledAt].some((at) => at !== null) ||
  plan !== '' ||
  subPartners.length > 0 ||
  moneyOf(lines, organisationId).length > 0;

/** What is lost with a partner, in words that are the same in both written standards. */
export function lostWith(
  uh: BehovsmeldingUh,
  lines: Lines,
): { contact: string; declined: string; money: string; through: string; plan: string } {
  const contact = uh.confirmedAt === null ? [] : [uh.contact, uh.contactRole, uh.contactEmail, uh.contactPhone];
  return {
    contact: contact.filter((part) => part !== '').join(', '),
    declined: uh.declineReason,
    plan: uh.plan,
    money: moneyOf(lines, uh.organisationId)
      .map(({ budgetYear, amount }) => `${formatKroner(amount ?? 0)} (${budgetYear})`)
      .join(', '),
    through: uh.subPartners
      .map(
        ({ name, country, what }) =>
          `${country === '' ? name : `${name}, ${country}`}${what === '' ? '' : `: ${what}`}`,
      )
      .join('; '),
  };
}

/** Taking a partner out, with all that is its own. */
export function decideRemove(
  before: Pick<Behovsmelding, 'uh' | 'uhIds' | 'lines'>,
  { organisationId }: { organisationId: string },
): Decision<{ uh: BehovsmeldingUh; lost: ReturnType<typeof lostWith>; knew: boolean }> {
  const uh = before.uh.find((one) => one.organisationId === organisationId);
  return uh === undefined
    ? invalid({ organisationId: 'not-in-list' })
    : done({ uh, lost: lostWith(uh, before.lines), knew: before.uhIds.includes(organisationId) });
}
