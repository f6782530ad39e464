import { namesOf, type ColumnsOf, type FieldLine, type FormTable, type NamesOf } from '#lib/domain/form/table';
import {
  CHANGE_DIRECTIONS,
  EGENANDEL_KINDS,
  EVIDENCE_KINDS,
  SECTOR_GOALS,
  TARGET_GROUPS,
  UNIT_KINDS,
} from '#lib/domain/states';

/** The parts of the form, in its order. */
export type Section = 'hvem' | 'behov' | 'tiltak' | 'samisk' | 'partnere' | 'budsjett' | 'egenandel';
/** When a field must be filled in before the need can be sent; each is judged in `missing.ts`. */
export type Demand =
  'always' | 'other-evidence' | 'several-unit-kinds' | 'collective-only' | 'asks-for-change' | 'no-partner';

/**
 * The form of a behovsmelding, in the order of its page. From it follow what is typed and kept, what is missing, the steps, the
 * lengths, what can be commented on, and what a new one takes from an earlier one (`begin`).
 */
export const BEHOVSMELDING_FORM = {
  title: { part: 'hvem', kind: 'text', max: 200, required: 'always', begin: 'title' },
  years: { part: 'hvem', kind: 'whole', min: 1, max: 10, otherwise: 1, begin: ['amounts', 'egenandel'] },
  periodStart: { part: 'hvem', kind: 'day', required: 'always' },
  periodEnd: { part: 'hvem', kind: 'day', required: 'always' },
  parties: { part: 'hvem', kind: 'beside', of: { kind: 'ids' }, begin: 'parties' },
  unitKinds: { part: 'hvem', kind: 'list', of: UNIT_KINDS, required: 'several-unit-kinds', begin: 'participants' },
  publicUnits: { part: 'hvem', kind: 'whole', min: 0, max: 10_000, required: 'always', begin: 'participants' },
  privateUnits: { part: 'hvem', kind: 'whole', min: 0, max: 10_000, required: 'always', begin: 'participants' },
  participants: { part: 'hvem', kind: 'long', max: 1000, required: 'always', begin: 'participants' },
  targetGroups: { part: 'hvem', kind: 'list', of: TARGET_GROUPS, required: 'always', begin: 'targetGroups' },
  contactName: { part: 'hvem', kind: 'text', max: 200, required: 'always', begin: 'contact' },
  contactRole: { part: 'hvem', kind: 'text', max: 200, required: 'always', begin: 'contact' },
  contactEmail: { part: 'hvem', kind: 'email', required: 'always', begin: 'contact' },
  contactPhone: { part: 'hvem', kind: 'text', max: 40, required: 'always', begin: 'contact' },
  themes: { part: 'behov', kind: 'ids', begin: 'themes' },
  sectorGoals: { part: 'behov', kind: 'list', of: SECTOR_GOALS, required: 'always', begin: 'sectorGoals' },
  need: { part: 'behov', kind: 'long', max: 4000, required: 'always', begin: 'need' },
  evidenceKinds: { part: 'behov', kind: 'list', of: EVIDENCE_KINDS, required: 'always', begin: 'evidence' },
  evidence: { part: 'behov', kind: 'long', max: 2000, required: 'other-evidence', begin: 'evidence' },
  goals: { part: 'tiltak', kind: 'long', max: 4000, required: 'always', begin: 'goals' },
  measureDescription: { part: 'tiltak', kind: 'long', max: 4000, required: 'always', begin: 'measureDescription' },
  collective: { part: 'tiltak', kind: 'tick', yes: 'on', required: 'collective-only' },
  staffInvolvement: { part: 'tiltak', kind: 'long', max: 2000, required: 'always', begin: 'staffInvolvement' },
  changeTiltakId: { part: 'tiltak', kind: 'id' },
  changeDirection: {
    part: 'tiltak',
    kind: 'choice',
    of: CHANGE_DIRECTIONS,
    otherwise: '',
    required: 'asks-for-change',
  },
  changeReason: { part: 'tiltak', kind: 'long', max: 2000, required: 'asks-for-change' },
  samiPerspective: { part: 'samisk', kind: 'long', max: 2000, required: 'always', begin: 'samiPerspective' },
  coherence: { part: 'samisk', kind: 'long', max: 2000, begin: 'coherence' },
  uh: {
    part: 'partnere',
    kind: 'rows',
    of: { organisationId: { kind: 'id' }, contact: { kind: 'text', max: 200 } },
    begin: 'uh',
  },
  uhUnsettledReason: { part: 'partnere', kind: 'long', max: 1000, required: 'no-partner', begin: 'uh' },
  lines: { part: 'budsjett', kind: 'beside', of: { kind: 'kroner' }, begin: 'amounts' },
  coordinator: { part: 'budsjett', kind: 'beside', of: { kind: 'kroner' }, begin: 'amounts' },
  egenandel: {
    part: 'egenandel',
    kind: 'rows',
    of: {
      kind: { kind: 'choice', of: EGENANDEL_KINDS, otherwise: 'penger' },
      budgetYear: { kind: 'whole', min: 2000, max: 2200 },
      note: { kind: 'text', max: 200 },
      hours: { kind: 'whole', min: 0, max: 1_000_000 },
      rate: { kind: 'kroner' },
      amount: { kind: 'kroner' },
    },
    begin: 'egenandel',
  },
} as const satisfies FormTable<Section, Demand>;

export type NeedField = keyof typeof BEHOVSMELDING_FORM;
type Line = FieldLine<Section, Demand>;
export const NEED_FIELDS = namesOf(BEHOVSMELDING_FORM);
/** A field's line of the table. */
export const lineOfField = (name: NeedField): Line => BEHOVSMELDING_FORM[name];

/** The long texts, each written in a language of its own. */
export type LongText = NamesOf<typeof BEHOVSMELDING_FORM, 'long'>;
export const LONG_TEXTS = NEED_FIELDS.filter((name): name is LongText => lineOfField(name).kind === 'long');
/** Whether a field is one of them. */
export const isLong = (name: string): name is LongText => LONG_TEXTS.some((one) => one === name);
/** The long texts that no need is sent without. */
export const REQUIRED_TEXTS = LONG_TEXTS.filter((name) => lineOfField(name).required === 'always');

/** A field that is a column of the need itself. */
export type NeedColumn = ColumnsOf<typeof BEHOVSMELDING_FORM>;
/** Whether a field is one of them. */
export const isColumn = (name: NeedField): name is NeedColumn => !['rows', 'beside'].includes(lineOfField(name).kind);
/** The columns of the need that its form fills; the languages of its texts are one. */
export const NEED_COLUMNS: readonly (NeedColumn | 'languages')[] = [...NEED_FIELDS.filter(isColumn), 'languages'];

const inPart = (part: Section): readonly NeedField[] =>
  NEED_FIELDS.filter((name) => BEHOVSMELDING_FORM[name].part === part);
/** The parts of the form, in its order, with the fields that belong to each. */
export const SECTIONS: Readonly<Record<Section, readonly NeedField[]>> = {
  hvem: inPart('hvem'),
  behov: inPart('behov'),
  tiltak: inPart('tiltak'),
  samisk: inPart('samisk'),
  partnere: inPart('partnere'),
  budsjett: inPart('budsjett'),
  egenandel: inPart('egenandel'),
};

/** The steps of the form in their order; each is also its place on the page. */
export const STEPS = [
  'hvem',
  'behov',
  'tiltak',
  'samisk',
  'partnere',
  'budsjett',
  'egenandel-del',
  'vedlegg',
  'oversikt',
] as const;
export type Step = (typeof STEPS)[number];

/** The steps of a need: a programme without egenandel has no such step. */
export const stepsOf = (rules: { egenandelEnforcement: string }): Step[] =>
  STEPS.filter((step) => step !== 'egenandel-del' || rules.egenandelEnforcement !== 'none');

/** What can be commented on: each field of the form, by its name. */
export const COMMENTED: readonly string[] = [...NEED_FIELDS];

/** The part of the form that a field stands in. */
export const sectionOf = (field: string): Section =>
  (Object.keys(SECTIONS) as Section[]).find((section) => SECTIONS[section].some((one) => one === field)) ?? 'hvem';
