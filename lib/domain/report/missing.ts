import type { FieldError } from '#lib/domain/form/field-errors';
import type { TiltakMoney } from './money';
import { FIELDS_OF, lineInHalf, type HalfDemand, type HalfField } from './form';
import type { Half, HalfFields } from './report';
import { isUnsaid } from '#lib/domain/form/table';
import type { TiltakStatus } from '#lib/domain/states';

/** A field that must be right before the half can be filed, and what is wrong with it. */
export interface MissingField {
  readonly field: HalfField;
  readonly code: FieldError;
}

const NOT_AS_PLANNED: readonly (TiltakStatus | null)[] = ['not-started', 'delayed', 'partly-started', 'discontinued'];

/** When each demand of the halves' tables is made. */
const DEMANDED: { readonly [D in HalfDemand]: (half: HalfFields, withUh: boolean) => boolean } = {
  always: () => true,
  'not-as-planned': ({ status }) => NOT_AS_PLANNED.includes(status),
  'is-begun': ({ status }) => status !== 'not-started',
  'carries-over': ({ carryOverAsked }) => (carryOverAsked ?? 0) > 0,
  'has-egenandel': ({ egenandel }) => (egenandel ?? 0) > 0,
  'little-sami': ({ samiDegree }) => samiDegree === 'liten',
  'with-uh': (_half, withUh) => withUh,
};

/**
 * What is missing or wrong in a half before it can be filed, in the order of the form: the page's list and the gate are the same.
 * The egenandel may be left open or be short: a report may always be filed, and what is short is shown in kroner.
 */
export function missingInHalf(
  half: HalfFields & Pick<Half, 'side'>,
  money: Pick<TiltakMoney, 'unspent'>,
  withUh: boolean,
): MissingField[] {
  const missing = FIELDS_OF[half.side].flatMap((field): MissingField[] => {
    const demand = lineInHalf(half.side, field)?.required;
    return demand !== undefined && DEMANDED[demand](half, withUh) && isUnsaid(half[field])
      ? [{ field, code: 'required' }]
      : [];
  });
  if ((half.carryOverAsked ?? 0) > (money.unspent ?? 0))
    missing.push({ field: 'carryOverAsked', code: 'above-unspent' });
  return missing;
}
