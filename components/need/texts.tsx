import { CheckBox, ChoiceGroup } from '#components/choice-group';
import { DateField, SelectField, TextArea, TextField } from '#components/field';
import { useTexts } from '#components/locale';
import { ApplicantWarning, DemandsHelp } from '#components/need/demands';
import { errorAt, type Errors } from '#components/need/words';
import type { Behovsmelding } from '#lib/domain/behovsmelding';
import type { Typing } from '#lib/domain/merge';
import type { RuleSet } from '#lib/domain/rules';
import { EVIDENCE_KINDS, SECTOR_GOALS } from '#lib/domain/states';
import { formatAmount } from '#lib/texts/format';

type Props = { typed: Typing; errors: Errors };
type Area = 'participants' | 'need' | 'evidence' | 'goals' | 'measureDescription' | 'staffInvolvement' | 'samiPerspective' | 'coherence';

const NATIONAL_CUT = 1000;

function useField({ typed, errors }: Props) {
  const t = useTexts();
  const words = t.behovsmelding;
  return {
    t, words,
    field: (name: keyof typeof words.fields) => ({ name, label: words.fields[name], defaultValue: typed[name]?.[0], error: errorAt(errors, name, t) }),
  };
}

function Long({ name, max, help, optional = false, ...props }: Props & { name: Area; max: number; help?: string; optional?: boolean }) {
  const { t, words, field } = useField(props);
  return (
    <TextArea
      {...field(name)}
      max={max}
      {...(help !== undefined && { description: help })}
      {...(optional && { note: t.common.form.optional })}
      {...(max > NATIONAL_CUT && { mark: { at: NATIONAL_CUT, text: words.help.mark(formatAmount(NATIONAL_CUT)) } })}
    />
  );
}

/** Who, for how long, and whom to ask. */
export function WhoFields({ need, ...props }: Props & { need: Behovsmelding }) {
  const { t, words, field } = useField(props);
  const { maxYears, unitKinds, targetGroups } = need.rules;
  const years = Array.from({ length: maxYears }, (_, index) => String(index + 1));
  return (
    <>
      <ApplicantWarning t={t} need={need} />
      <div className="mb-4"><DemandsHelp t={t} need={need} /></div>
      <TextField {...field('title')} />
      <SelectField {...field('years')} description={words.help.years(maxYears)} options={years.map((value) => ({ value, label: value }))} />
      <div className="flex flex-wrap gap-x-8">
        <DateField {...field('periodStart')} />
        <DateField {...field('periodEnd')} />
      </div>
      {unitKinds.length > 1 && <ChoiceGroup kind="checkbox" {...field('unitKinds')} chosen={props.typed['unitKinds'] ?? []} options={unitKinds.map((value) => ({ value, label: words.unitKind[value] }))} />}
      <div className="flex flex-wrap gap-x-8">
        <TextField {...field('publicUnits')} size={6} description={words.help.units} input={{ inputMode: 'numeric' }} />
        <TextField {...field('privateUnits')} size={6} input={{ inputMode: 'numeric' }} />
      </div>
      <Long {...props} name="participants" max={1000} help={words.help.participants} />
      <ChoiceGroup kind="checkbox" {...field('targetGroups')} chosen={props.typed['targetGroups'] ?? []} options={targetGroups.map((value) => ({ value, label: words.targetGroup[value] }))} />
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
export function NeedFields(props: Props) {
  const { t, words, field } = useField(props);
  return (
    <>
      <ChoiceGroup kind="checkbox" {...field('sectorGoals')} chosen={props.typed['sectorGoals'] ?? []} options={SECTOR_GOALS.map((value) => ({ value, label: words.sectorGoal[value] }))} />
      <Long {...props} name="need" max={4000} help={words.help.need} />
      <ChoiceGroup kind="checkbox" {...field('evidenceKinds')} chosen={props.typed['evidenceKinds'] ?? []} options={EVIDENCE_KINDS.map((value) => ({ value, label: words.evidenceKind[value] }))} />
      <TextArea {...field('evidence')} max={2000} description={words.help.evidence} note={t.common.form.optional} />
    </>
  );
}

/** What is to be done, and who takes part in it. */
export function MeasureFields({ rules, ...props }: Props & { rules: RuleSet }) {
  const { t, words } = useField(props);
  const wrong = errorAt(props.errors, 'collective', t);
  return (
    <>
      <Long {...props} name="goals" max={4000} help={words.help.goals} />
      <Long {...props} name="measureDescription" max={4000} help={words.help.measure} />
      {rules.collectiveOnly && <CheckBox name="collective" label={words.collective} checked={props.typed['collective']?.includes('on') === true} {...(wrong !== undefined && { error: wrong })} />}
      <Long {...props} name="staffInvolvement" max={2000} help={words.help.staff} />
    </>
  );
}

/** Samisk perspektiv, and what else it hangs together with. */
export function SamiFields(props: Props) {
  const { words } = useField(props);
  return (
    <>
      <Long {...props} name="samiPerspective" max={2000} help={words.help.sami} />
      <Long {...props} name="coherence" max={2000} optional />
    </>
  );
}
