import { CheckBox, ChoiceGroup } from '#components/choice-group';
import { DateField, SelectField, TextField } from '#components/field';
import { useTexts } from '#components/locale';
import type { FormHelp } from './form-help';
import { ChangeFields } from './change';
import { Long, type TextProps } from './long';
import { PartyFields } from './owners';
import { errorAt } from './words';
import type { Behovsmelding, BehovsmeldingChoices } from '#lib/domain/behovsmelding/behovsmelding';
import type { RuleSet } from '#lib/domain/setup/rules';
import { EVIDENCE_KINDS, SECTOR_GOALS } from '#lib/domain/states';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';

type Props = TextProps;

function useField({ typed, errors }: Pick<Props, 'typed' | 'errors'>) {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts);
  const words = t.behovsmelding;
  return {
    t,
    words,
    field: (name: keyof typeof words.fields) => ({
      name,
      label: words.fields[name],
      defaultValue: typed[name]?.[0],
      error: errorAt(errors, name, t),
    }),
  };
}

/** Who, for how long, and whom to ask. */
export function WhoFields({
  need,
  owners,
  demands,
  ...props
}: Props & { need: Behovsmelding; owners: BehovsmeldingChoices['owners']; demands: FormHelp['demands'] }) {
  const { words, field } = useField(props);
  const { maxYears, unitKinds, targetGroups } = need.rules;
  const years = Array.from({ length: maxYears }, (_, index) => String(index + 1));
  return (
    <>
      {demands}
      <TextField {...field('title')} />
      <SelectField
        {...field('years')}
        description={words.help.years(maxYears)}
        options={years.map((value) => ({ value, label: value }))}
      />
      <div className="flex flex-wrap gap-x-8">
        <DateField {...field('periodStart')} />
        <DateField {...field('periodEnd')} />
      </div>
      <PartyFields {...props} owners={owners} already={need.parties.map(({ organisationId }) => organisationId)} />
      {unitKinds.length > 1 && (
        <ChoiceGroup
          kind="checkbox"
          {...field('unitKinds')}
          chosen={props.typed['unitKinds'] ?? []}
          options={unitKinds.map((value) => ({ value, label: words.unitKind[value] }))}
        />
      )}
      <div className="flex flex-wrap gap-x-8">
        <TextField {...field('publicUnits')} size={6} description={words.help.units} input={{ inputMode: 'numeric' }} />
        <TextField {...field('privateUnits')} size={6} input={{ inputMode: 'numeric' }} />
      </div>
      <Long {...props} name="participants" help={words.help.participants} />
      <ChoiceGroup
        kind="checkbox"
        {...field('targetGroups')}
        chosen={props.typed['targetGroups'] ?? []}
        options={targetGroups.map((value) => ({ value, label: words.targetGroup[value] }))}
      />
      <div className="grid gap-x-8 sm:grid-cols-2">
        <TextField {...field('contactName')} input={{ autoComplete: 'name' }} />
        <TextField {...field('contactRole')} input={{ autoComplete: 'organization-title' }} />
        <TextField {...field('contactEmail')} input={{ autoComplete: 'email', inputMode: 'email' }} />
        <TextField {...field('contactPhone')} kind="tel" input={{ autoComplete: 'tel' }} />
      </div>
    </>
  );
}

/** The need, and what shows it. */
export function BehovsmeldingFields({
  themes,
  barnehage,
  kinds,
  ...props
}: Props & { themes: BehovsmeldingChoices['themes']; barnehage: boolean; kinds: FormHelp['evidence'] }) {
  const { words, field } = useField(props);
  const goals = barnehage ? words.sectorGoalBarnehage : words.sectorGoal;
  return (
    <>
      <p className="mb-5 max-w-[42rem] rounded-md bg-mist px-4 py-3 text-sm">{words.help.privacy}</p>
      {themes.length > 0 && (
        <ChoiceGroup
          kind="checkbox"
          {...field('themes')}
          description={words.help.themes}
          chosen={props.typed['themes'] ?? []}
          options={themes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <ChoiceGroup
        kind="checkbox"
        {...field('sectorGoals')}
        help={{ title: words.help.sectorGoalsTitle, text: <p>{words.help.sectorGoals}</p> }}
        chosen={props.typed['sectorGoals'] ?? []}
        options={SECTOR_GOALS.map((value) => ({ value, label: goals[value] }))}
      />
      <Long {...props} name="need" help={words.help.need} />
      <ChoiceGroup
        kind="checkbox"
        {...field('evidenceKinds')}
        help={{ title: words.help.evidenceTitle, text: kinds }}
        chosen={props.typed['evidenceKinds'] ?? []}
        options={EVIDENCE_KINDS.map((value) => ({ value, label: words.evidenceKind[value] }))}
      />
      <Long {...props} name="evidence" help={words.help.evidence} optional />
    </>
  );
}

/** What is to be done, and who takes part in it. */
export function MeasureFields({
  rules,
  tiltak,
  ...props
}: Props & { rules: RuleSet; tiltak: BehovsmeldingChoices['tiltak'] }) {
  const { t, words } = useField(props);
  const wrong = errorAt(props.errors, 'collective', t);
  return (
    <>
      <Long {...props} name="goals" help={words.help.goals} />
      <Long {...props} name="measureDescription" help={words.help.measure} />
      {rules.collectiveOnly && (
        <CheckBox
          name="collective"
          label={words.collective}
          checked={props.typed['collective']?.includes('on') === true}
          {...(wrong !== undefined && { error: wrong })}
        />
      )}
      <Long {...props} name="staffInvolvement" help={words.help.staff} />
      <ChangeFields {...props} tiltak={tiltak} />
    </>
  );
}

/** Samisk perspektiv, and what else it hangs together with. */
export function SamiFields({ levels, ...props }: Props & { levels: FormHelp['sami'] }) {
  const { words } = useField(props);
  return (
    <>
      <Long
        {...props}
        name="samiPerspective"
        help={words.help.sami}
        more={{ title: words.help.samiTitle, text: levels }}
      />
      <Long {...props} name="coherence" />
    </>
  );
}
