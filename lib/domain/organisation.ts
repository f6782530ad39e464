import { type Decision, done, invalid, refused } from './outcome';
import type { OrganisationKind } from './states';

/** What a caseworker writes of an organisation that is new to the portal. */
export interface NewOrganisation {
  readonly orgnr: string | null;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly kommunenr: string | null;
}

/** Adds an organisation to a county. Refuses a number that is known, and one without a number that is no network. */
export function decideOrganisation(
  before: { known: { name: string } | null },
  input: NewOrganisation,
): Decision<NewOrganisation> {
  if (input.orgnr === null && input.kind !== 'network') return invalid({ orgnr: 'required' });
  return before.known === null ? done(input) : refused({ code: 'organisation-known', name: before.known.name });
}

/** Takes the name that Enhetsregisteret has; nothing to take when they are alike, or the number is not there. */
export function decideName(before: { name: string; registered: string | null }): Decision<{ name: string }> {
  return before.registered === null || before.registered === before.name
    ? invalid({ name: 'not-in-list' })
    : done({ name: before.registered });
}

/** The words of a search in Enhetsregisteret: letters and digits only, the last as the beginning of one. */
export const searchWords = (typed: string): string[] =>
  typed
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 8) ?? [];

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
