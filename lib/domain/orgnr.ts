const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;

/** An organisation number as it is kept: without spaces, and without the MVA that follows it on invoices. */
export const plainOrgnr = (typed: string): string => typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/MVA$/i, '');

/** Whether this is an organisasjonsnummer: nine digits, spaces allowed, the last a MOD11 check digit (Brønnøysundregistrene). */
export function isValidOrgnr(input: string): boolean {
  const digits = input.replace(/[ \u00a0\u202f]/g, '');
  if (!/^\d{9}$/.test(digits)) return false;
  const remainder = WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;
  // A remainder of 1 would need the check digit 10, and is never issued.
  return remainder !== 1 && Number(digits[8]) === (remainder === 0 ? 0 : 11 - remainder);
}
