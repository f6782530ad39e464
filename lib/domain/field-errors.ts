/** What can be wrong with one field. Each has its sentence in the texts. */
export const FIELD_ERRORS = [
  'required', 'malformed', 'bad-character', 'too-long', 'too-few', 'not-in-list', 'not-a-date', 'not-an-email', 'end-before-start',
  'empty', 'negative', 'ore', 'too-large', 'not-a-number', 'out-of-range', 'hours-and-rate',
  'in-the-future', 'no-uh-chosen',
  'out-of-order', 'not-between', 'same-day', 'in-the-past', 'not-later', 'after-innstilling', 'key-not-100', 'not-an-orgnr', 'above-budget', 'above-unspent', 'already-here', 'above-network', 'not-confirmed', 'changed-meanwhile', 'need-not-sent', 'has-own-part', 'confirmed-by-uh', 'too-many-rows', 'not-asked-for',
] as const;
export type FieldError = (typeof FIELD_ERRORS)[number];

/** The code if it is one of ours; anything else is malformed. */
export const fieldError = (code: string): FieldError => FIELD_ERRORS.find((known) => known === code) ?? 'malformed';
