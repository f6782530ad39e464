import { budgetYears, type BehovsmeldingMoney, type BehovsmeldingText } from './behovsmelding';
import { lineOfField, NEED_COLUMNS, NEED_FIELDS, type Demand } from './form';
import { fieldOf } from './names';
import { cellsOf, egenandelOf, known, behovsmeldingSums } from './sums';
import type { FieldError } from '#lib/domain/form/field-errors';
import { isUnsaid } from '#lib/domain/form/table';
import type { Refusal } from '#lib/domain/refusal';
import type { Demands, RuleSet } from '#lib/domain/setup/rules';

/** A field that must be right before the need can be sent, and what is wrong with it. */
export interface Missing {
  field: string;
  code: FieldError;
}

type Judged = BehovsmeldingText & BehovsmeldingMoney;
/** When each demand of the form's table is made. */
const DEMANDED: { readonly [D in Demand]: (need: Judged, rules: Demands) => boolean } = {
  always: () => true,
  'other-evidence': ({ evidenceKinds }) => evidenceKinds.includes('annet'),
  'several-unit-kinds': (_need, { unitKinds }) => unitKinds.length > 1,
  'collective-only': (_need, { collectiveOnly }) => collectiveOnly,
  'asks-for-change': ({ changeTiltakId }) => changeTiltakId !== null,
  'no-partner': ({ uh }) => uh.length === 0,
};
const UNSAID: { readonly [K in string]?: FieldError } = { list: 'too-few', tick: 'not-confirmed' };

const place = ({ field }: Missing): number => NEED_FIELDS.findIndex((name) => name === fieldOf(field));

/** What is missing or wrong, field by field, before the need can be sent: the page's list and the gate are the same. */
export function missingIn(need: Judged, rules: Demands): Missing[] {
  const required = (field: string): Missing => ({ field, code: 'required' });
  const wrong: Missing[] = [];
  if (need.years > rules.maxYears) wrong.push({ field: 'years', code: 'out-of-range' });
  if (need.periodStart !== null && need.periodEnd !== null && need.periodEnd <= need.periodStart)
    wrong.push({ field: 'periodEnd', code: 'end-before-start' });
  const unsaid = NEED_COLUMNS.flatMap((name): Missing[] => {
    if (name === 'languages') return [];
    const { kind, required: demand } = lineOfField(name);
    return demand !== undefined && DEMANDED[demand](need, rules) && isUnsaid(need[name])
      ? [{ field: name, code: UNSAID[kind] ?? 'required' }]
      : [];
  });
  return [
    ...unsaid,
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
