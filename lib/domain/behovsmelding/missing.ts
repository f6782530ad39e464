import { budgetYears, type BehovsmeldingMoney, type BehovsmeldingText } from './behovsmelding';
import { cellsOf, egenandelOf, known, behovsmeldingSums } from './sums';
import type { FieldError } from '#lib/domain/form/field-errors';
import type { Refusal } from '#lib/domain/refusal';
import type { Demands, RuleSet } from '#lib/domain/setup/rules';

/** A field that must be right before the need can be sent, and what is wrong with it. */
export interface Missing {
  field: string;
  code: FieldError;
}

const REQUIRED = [
  'title',
  'participants',
  'need',
  'goals',
  'measureDescription',
  'staffInvolvement',
  'samiPerspective',
  'contactName',
  'contactRole',
  'contactEmail',
  'contactPhone',
] as const satisfies readonly (keyof BehovsmeldingText)[];
const CHOSEN = ['targetGroups', 'sectorGoals', 'evidenceKinds'] as const satisfies readonly (keyof BehovsmeldingText)[];
const GIVEN = [
  'periodStart',
  'periodEnd',
  'publicUnits',
  'privateUnits',
] as const satisfies readonly (keyof BehovsmeldingText)[];

/** The parts of the form, in its order, with the fields that belong to each. */
export const SECTIONS = {
  hvem: [
    'title',
    'years',
    'periodStart',
    'periodEnd',
    'parties',
    'unitKinds',
    'publicUnits',
    'privateUnits',
    'participants',
    'targetGroups',
    'contactName',
    'contactRole',
    'contactEmail',
    'contactPhone',
  ],
  behov: ['themes', 'sectorGoals', 'need', 'evidenceKinds', 'evidence'],
  tiltak: [
    'goals',
    'measureDescription',
    'collective',
    'staffInvolvement',
    'changeTiltakId',
    'changeDirection',
    'changeReason',
  ],
  samisk: ['samiPerspective', 'coherence'],
  partnere: ['uh', 'uhUnsettledReason'],
  budsjett: ['lines', 'coordinator'],
  egenandel: ['egenandel'],
} as const;
export type Section = keyof typeof SECTIONS;

const ORDER: readonly string[] = Object.values(SECTIONS).flat();
const place = ({ field }: Missing): number => ORDER.indexOf(field.split('.')[0] ?? '');

/** What is missing or wrong, field by field, before the need can be sent: the page's list and the gate are the same. */
export function missingIn(need: BehovsmeldingText & BehovsmeldingMoney, rules: Demands): Missing[] {
  const required = (field: string): Missing => ({ field, code: 'required' });
  const wrong: Missing[] = [];
  if (need.years > rules.maxYears) wrong.push({ field: 'years', code: 'out-of-range' });
  if (need.periodStart !== null && need.periodEnd !== null && need.periodEnd <= need.periodStart)
    wrong.push({ field: 'periodEnd', code: 'end-before-start' });
  if (need.evidenceKinds.includes('annet') && need.evidence === '') wrong.push(required('evidence'));
  if (rules.unitKinds.length > 1 && need.unitKinds.length === 0) wrong.push({ field: 'unitKinds', code: 'too-few' });
  if (rules.collectiveOnly && !need.collective) wrong.push({ field: 'collective', code: 'not-confirmed' });
  if (need.changeTiltakId !== null && need.changeDirection === '') wrong.push(required('changeDirection'));
  if (need.changeTiltakId !== null && need.changeReason === '') wrong.push(required('changeReason'));
  if (need.uh.length === 0 && need.uhUnsettledReason === '') wrong.push(required('uhUnsettledReason'));
  return [
    ...REQUIRED.filter((field) => need[field] === '').map(required),
    ...CHOSEN.filter((field) => need[field].length === 0).map((field): Missing => ({ field, code: 'too-few' })),
    ...GIVEN.filter((field) => need[field] === null).map(required),
    ...wrong,
    ...cellsOf(need)
      .filter((cell) => cell.amount === null)
      .map((cell) => required(cell.name)),
    ...need.egenandelLines
      .filter(({ budgetYear }) => !budgetYears(need).includes(budgetYear))
      .map(({ id = '' }): Missing => ({ field: `egenandel.${id}.budgetYear`, code: 'out-of-range' })),
    ...need.egenandelLines
      .filter(({ hours = null, rate = null }) => (hours === null) !== (rate === null))
      .map(({ id = '' }): Missing => ({ field: `egenandel.${id}.hours`, code: 'hours-and-rate' })),
  ].sort((a, b) => place(a) - place(b));
}

/** What the egenandel rule says against sending, unless it only warns or a dispensation stands on the record. */
export function egenandelRefusals(
  need: BehovsmeldingMoney & { title: string; dispensations: readonly { rule: string; state: string }[] },
  rules: RuleSet,
): Refusal[] {
  if (rules.egenandelEnforcement !== 'require') return [];
  if (need.dispensations.some(({ rule, state }) => rule === 'egenandel' && state === 'granted')) return [];
  const { status, required, missing } = egenandelOf(need, rules);
  const facts = { title: need.title, source: rules.egenandelSource };
  if (status === 'unknown') return [{ code: 'egenandel-unknown', ...facts }];
  if (status !== 'short') return [];
  return [
    {
      code: 'egenandel-short',
      ...facts,
      percent: rules.egenandelPercent,
      required: required ?? 0,
      planned: known(behovsmeldingSums(need).egenandel) ?? 0,
      missing: missing ?? 0,
    },
  ];
}
