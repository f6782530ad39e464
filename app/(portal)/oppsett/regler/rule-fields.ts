import type { RuleSet } from '#lib/domain/setup/rules';
import { OWNER_KINDS, TARGET_GROUPS, UNIT_KINDS } from '#lib/domain/states';
import type { Texts } from '#lib/texts/texts';
import type { FieldSpec } from '../../../data-form';

const options = <T extends string>(words: Readonly<Record<T, string>>, list: readonly T[]) =>
  list.map((value) => ({ value, label: words[value] }));

/** The form of a rule set, with what stands in it now; for one that is in use the new one needs a day of its own. */
export function ruleFields(t: Texts, rules: RuleSet | null, inUse: boolean): FieldSpec[] {
  const words = t.setup.rule;
  const { enforcement, bases, levels } = t.setup;
  const text = (
    name: keyof typeof words & keyof RuleSet,
    value: string | number | undefined,
    more: Partial<FieldSpec> = {},
  ): FieldSpec => ({ kind: 'text', name, label: words[name], value: String(value ?? ''), ...more });
  const choice = (
    name: 'egenandelEnforcement' | 'splitEnforcement' | 'egenandelBase' | 'splitLevel',
    list: Readonly<Record<string, string>>,
  ): FieldSpec => ({
    kind: 'radio',
    name,
    label: words[name],
    options: Object.entries(list).map(([value, label]) => ({ value, label })),
    ...(rules !== null && { value: rules[name] }),
  });
  const source = (name: 'egenandelSource' | 'splitSource' | 'maxYearsSource' | 'demandsSource'): FieldSpec => ({
    kind: 'area',
    name,
    label: words[name],
    value: rules?.[name] ?? '',
  });
  return [
    text('name', rules?.name, { size: 40 }),
    {
      kind: 'date',
      name: 'validFrom',
      label: words.validFrom,
      description: words.validFromHelp,
      value: rules === null || inUse ? '' : rules.validFrom,
    },
    text('legalBasis', rules?.legalBasis, { size: 60 }),
    text('egenandelPercent', rules?.egenandelPercent, { kind: 'number', size: 4 }),
    choice('egenandelBase', bases),
    choice('egenandelEnforcement', enforcement),
    {
      kind: 'money',
      name: 'egenandelTolerance',
      label: words.egenandelTolerance,
      note: t.common.form.optional,
      value: String(rules?.egenandelTolerance ?? 0),
    },
    source('egenandelSource'),
    text('splitNetwork', rules?.splitNetwork, { kind: 'number', size: 4, description: words.splitHelp }),
    text('splitUh', rules?.splitUh, { kind: 'number', size: 4 }),
    choice('splitLevel', levels),
    choice('splitEnforcement', enforcement),
    source('splitSource'),
    text('maxYears', rules?.maxYears, { kind: 'number', size: 4 }),
    source('maxYearsSource'),
    {
      kind: 'checks',
      name: 'applicantKinds',
      label: words.applicantKinds,
      options: options(t.people.kinds, OWNER_KINDS),
      values: rules?.applicantKinds ?? [],
    },
    {
      kind: 'checks',
      name: 'targetGroups',
      label: words.targetGroups,
      options: options(t.behovsmelding.targetGroup, TARGET_GROUPS),
      values: rules?.targetGroups ?? [],
    },
    {
      kind: 'checks',
      name: 'unitKinds',
      label: words.unitKinds,
      options: options(t.behovsmelding.unitKind, UNIT_KINDS),
      values: rules?.unitKinds ?? [],
    },
    {
      kind: 'tick',
      name: 'collectiveOnly',
      label: words.collectiveOnly,
      values: (rules?.collectiveOnly ?? true) ? ['on'] : [],
    },
    source('demandsSource'),
  ];
}
