/** The largest sum anybody may type: 2 milliarder, well above the whole country's grant in a year. */
export const MAX_KRONER = 2_000_000_000;
const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

export const KRONER_ERRORS = ['empty', 'negative', 'ore', 'too-large', 'not-a-number'] as const;
export type KronerError = (typeof KRONER_ERRORS)[number];
export type ParsedKroner = { ok: true; value: number } | { ok: false; error: KronerError };

/**
 * A sign, digits with spaces or with a dot before each group of three, then `,-` or øre.
 * `1.5` and `1,234` fit nothing here: a dot is never a decimal sign, and a comma never parts thousands.
 */
const TYPED = /^([-\u2212\u2013] ?)?(\d+(?: \d+)*|[1-9]\d{0,2}(?:\.\d{3})+)(?: ?,-|,(\d{1,2}))?$/;

/** What a person typed, in whole kroner: `330 891,-`, `kr. 1000 000`, `450.000 kr`. Refuses with a code what is not one clear sum. */
export function parseKroner(text: string): ParsedKroner {
  const typed = text.replace(/[ \u00a0\u202f]+/g, ' ').replace(/^ | $/g, '');
  if (typed === '') return { ok: false, error: 'empty' };
  // Not global, so «kr» may stand before or after, not both.
  const match = TYPED.exec(typed.replace(/^kr\.? ?| ?kr\.?$/i, ''));
  if (!match) return { ok: false, error: 'not-a-number' };
  const [, sign, digits = '', ore = '0'] = match;
  const value = Number(digits.replace(/[ .]/g, ''));
  if (sign !== undefined) return { ok: false, error: 'negative' };
  if (Number(ore) !== 0) return { ok: false, error: 'ore' };
  if (value > MAX_KRONER) return { ok: false, error: 'too-large' };
  return { ok: true, value };
}

/** `1 234 567 kr` with no-break spaces throughout; a difference below zero gets a minus sign. Refuses what is not whole kroner. */
export function formatKroner(n: number): string {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not whole kroner: ${n}`);
  const digits = String(Math.abs(n)).replace(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE);
  return `${n < 0 ? MINUS : ''}${digits}${NO_BREAK_SPACE}kr`;
}

/** Refuses (RangeError) all but whole numbers from 0 up that a number holds exactly. */
export function assertWhole(...numbers: readonly number[]): void {
  for (const n of numbers) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a whole number from 0 up: ${n}`);
  }
}

/** Kroner computed as a bigint, back as a number. Refuses (RangeError) what a number cannot hold exactly. */
export function toKroner(exact: bigint): number {
  const kroner = Number(exact);
  assertWhole(kroner);
  return kroner;
}

/** The exact sum of whole numbers, which may pass what a number can hold. */
export function sumOf(numbers: Iterable<number>): bigint {
  let sum = 0n;
  for (const n of numbers) sum += BigInt(n);
  return sum;
}

/** Which of two keys comes first, by code unit: the same on every machine and in every language. */
export function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/**
 * Whole kroner per key, in proportion to the weights by largest remainder; the parts always add up to the total.
 * Equal remainders go by key. Refuses (RangeError) numbers that are negative or not whole, a key given twice,
 * and weights that are all 0 when the total is not.
 */
export function split(total: number, weights: readonly { key: string; weight: number }[]): Map<string, number> {
  assertWhole(total, ...weights.map((w) => w.weight));
  const sum = sumOf(weights.map((w) => w.weight));
  if (sum === 0n && total > 0) throw new RangeError(`Nobody to divide ${total} between`);
  const parts = weights.map(({ key, weight }) => {
    const product = BigInt(total) * BigInt(weight);
    return sum === 0n ? { key, whole: 0, rest: 0n } : { key, whole: Number(product / sum), rest: product % sum };
  });
  const amounts = new Map(parts.map(({ key, whole }) => [key, whole]));
  if (amounts.size < parts.length) throw new RangeError('A key is given twice');
  const left = total - Number(sumOf(amounts.values()));
  const first = parts.toSorted((a, b) => (a.rest === b.rest ? byKey(a, b) : a.rest > b.rest ? -1 : 1));
  for (const { key, whole } of first.slice(0, left)) amounts.set(key, whole + 1);
  return amounts;
}
