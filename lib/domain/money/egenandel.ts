import { assertWhole, sumOf, toKroner } from './kroner';

/** Percent of what: all state money to the tiltak, the skoleeier's part of it, or state money plus the egenandel itself. */
export const BASES = ['total-grant', 'owner-grant', 'total-budget'] as const;
export type EgenandelBase = (typeof BASES)[number];

/** `require` refuses, `warn` only shows, `none` is a programme without the rule. */
export const ENFORCEMENTS = ['require', 'warn', 'none'] as const;
export type Enforcement = (typeof ENFORCEMENTS)[number];

export interface EgenandelRule {
  readonly percent: number;
  readonly base: EgenandelBase;
  /** Kroner that may be missing and still count as met. */
  readonly tolerance?: number;
  readonly enforcement?: Enforcement;
}

/** State money granted or asked for, in kroner; null is not given, and never 0. */
export interface StateMoney {
  readonly owner: number | null;
  readonly uh: number | null;
}

export type EgenandelStatus = 'met' | 'short' | 'unknown' | 'not-applicable';

export interface EgenandelAssessment {
  readonly status: EgenandelStatus;
  readonly required: number | null;
  readonly missing: number | null;
}

/** The state money the percent is taken of. What total-budget adds to it is in the formula. */
function stateMoney({ owner, uh }: StateMoney, base: EgenandelBase): bigint | null {
  assertWhole(owner ?? 0, uh ?? 0);
  if (base === 'owner-grant') return owner === null ? null : BigInt(owner);
  return owner === null || uh === null ? null : sumOf([owner, uh]);
}

/**
 * The least egenandel in kroner; null when a grant it needs is not given, or the programme has none.
 * Refuses (RangeError) a percent outside 0–100, and 100 of the total budget, which no egenandel can be.
 * 450 000 at 30 % is 135 000.
 */
export function requiredEgenandel(grant: StateMoney, rule: EgenandelRule): number | null {
  const { percent, base, enforcement } = rule;
  assertWhole(percent);
  if (percent > 100 || (percent === 100 && base === 'total-budget')) throw new RangeError(`Not a percent: ${percent}`);
  const money = stateMoney(grant, base);
  if (money === null || enforcement === 'none') return null;
  // E × 100 ≥ p × (T + E) is E × (100 − p) ≥ p × T, so the egenandel's own part of the budget moves to the divisor.
  const divisor = BigInt(base === 'total-budget' ? 100 - percent : 100);
  return toKroner((money * BigInt(percent) + divisor - 1n) / divisor);
}

/**
 * Whether the egenandel is enough, and the kroner required and missing. A tolerance forgives what is missing but still shows it.
 * In this order: nothing is demanded (no rule, or a base of 0), something is not given, met, short.
 */
export function assessEgenandel(
  input: StateMoney & { readonly egenandel: number | null },
  rule: EgenandelRule,
): EgenandelAssessment {
  const { egenandel } = input;
  const tolerance = rule.tolerance ?? 0;
  assertWhole(egenandel ?? 0, tolerance);
  const required = requiredEgenandel(input, rule);
  if (rule.enforcement === 'none' || stateMoney(input, rule.base) === 0n) {
    return { status: 'not-applicable', required, missing: null };
  }
  if (required === null || egenandel === null) return { status: 'unknown', required, missing: null };
  const missing = Math.max(0, required - egenandel);
  return { status: missing <= tolerance ? 'met' : 'short', required, missing };
}
