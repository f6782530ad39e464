import type { FieldError } from '#lib/domain/form/field-errors';
import type { TiltakMoney } from './money';
import type { Half, HalfField, HalfFields } from './report';
import type { TiltakStatus } from '#lib/domain/states';

/** A field that must be right before the half can be filed, and what is wrong with it. */
export interface MissingField {
  readonly field: HalfField;
  readonly code: FieldError;
}

const NOT_AS_PLANNED: readonly (TiltakStatus | null)[] = ['not-started', 'delayed', 'partly-started', 'discontinued'];

/** Whether the status asks for a reason: the tiltak is not going as planned. */
const needsReason = (status: TiltakStatus | null): boolean => NOT_AS_PLANNED.includes(status);

function ownerDemands(half: HalfFields, withUh: boolean): readonly (readonly [HalfField, boolean])[] {
  return [
    ['status', true],
    ['statusReason', needsReason(half.status)],
    ['goals', true],
    ['goalAttainment', half.status !== 'not-started'],
    ['spent', true],
    ['carryReason', (half.carryOverAsked ?? 0) > 0],
    ['egenandelUsedFor', (half.egenandel ?? 0) > 0],
    ['anchoring', true],
    ['samiDegree', true],
    ['samiText', half.samiDegree === 'liten'],
    ['uhCooperation', withUh],
  ];
}

const uhDemands = (half: HalfFields): readonly (readonly [HalfField, boolean])[] => [
  ['spent', true],
  ['carryReason', (half.carryOverAsked ?? 0) > 0],
  ['uhUseOfExperience', true],
];

/**
 * What is missing or wrong in a half before it can be filed, in the order of the form: the page's list and the gate are the same.
 * The egenandel may be left open or be short: a report may always be filed, and what is short is shown in kroner.
 */
export function missingInHalf(
  half: HalfFields & Pick<Half, 'side'>,
  money: Pick<TiltakMoney, 'unspent'>,
  withUh: boolean,
): MissingField[] {
  const empty = (field: HalfField) => half[field] === null || half[field] === '';
  const demands = half.side === 'owner' ? ownerDemands(half, withUh) : uhDemands(half);
  const missing = demands
    .filter(([field, demanded]) => demanded && empty(field))
    .map(([field]): MissingField => ({ field, code: 'required' }));
  if ((half.carryOverAsked ?? 0) > (money.unspent ?? 0))
    missing.push({ field: 'carryOverAsked', code: 'above-unspent' });
  return missing;
}
