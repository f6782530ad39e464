import type { BehovsmeldingText } from './behovsmelding';

// A need's own fields by how they are typed. A new one gets its name in one of these.
export const TEXTS = [
  'title',
  'participants',
  'need',
  'evidence',
  'goals',
  'measureDescription',
  'staffInvolvement',
  'uhUnsettledReason',
  'samiPerspective',
  'coherence',
  'changeReason',
  'contactName',
  'contactRole',
  'contactEmail',
  'contactPhone',
] as const;
export const NUMBERS = ['publicUnits', 'privateUnits'] as const;
export const DAYS = ['periodStart', 'periodEnd'] as const;
export const LISTS = ['unitKinds', 'targetGroups', 'themes', 'sectorGoals', 'evidenceKinds'] as const;

/** The fields that are columns of the need itself; the languages of its texts are one. */
export const NEED_FIELDS = [
  'years',
  ...TEXTS,
  ...NUMBERS,
  ...DAYS,
  ...LISTS,
  'collective',
  'changeTiltakId',
  'changeDirection',
  'languages',
] as const satisfies readonly (keyof BehovsmeldingText)[];

/** The column that a field is kept in; null for a row of its own. */
export const columnOf = (field: string) =>
  NEED_FIELDS.find((name) => name === (field.startsWith('lang.') ? 'languages' : field)) ?? null;
