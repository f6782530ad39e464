'use client';

import { useActionState, useState } from 'react';
import { ChoiceGroup } from '#components/choice-group';
import { ConfirmButton } from '#components/confirm-button';
import { DateField, TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { WithMoney } from '#components/money-panel';
import { SubmitButton } from '#components/submit-button';
import type { SplitKey } from '#lib/domain/fordeling';
import type { InnstillingHead, InnstillingLine, Recommended, SentNeed } from '#lib/domain/innstilling';
import { DECISION_FORMS } from '#lib/domain/states';
import { explainField } from '#lib/texts/explain';
import { FormAnswer } from '../../../../form-answer';
import { write } from './actions';
import { fieldAt, lineField } from './input';
import { LiveSums } from './live-sums';
import { NeedFields, type FormNeed } from './need-fields';

type Props = {
  id: string; version: number; frame: number | null; splitKey: SplitKey; needs: readonly (FormNeed & SentNeed)[];
  lines: readonly InnstillingLine[]; head: Pick<InnstillingHead, 'decisionForm' | 'note'> & { meetingOn: string };
};

/** The innstilling as its secretariat writes it, with the sums beside it. */
export function InnstillingForm({ id, version, frame, splitKey, needs, lines, head }: Props) {
  const t = useTexts();
  const words = t.innstilling;
  const [state, action] = useActionState(write, null);
  const [changed, setChanged] = useState<Readonly<Record<string, Recommended>>>({});
  const typed = (name: string): string | undefined => state?.typed[name]?.[0];
  const order = state?.typed.need ?? needs.map((need) => need.id);
  const errors = new Map(state?.kind !== 'invalid' ? [] : Object.entries(state.errors).map(([path, code]) => {
    const { field, needId } = fieldAt(path, order);
    return [needId === null ? field : `${field}-${needId}`, explainField(code, t)];
  }));
  const saved = (needId: string) => lines.find((line) => line.needId === needId);
  const now = needs.map((need): InnstillingLine => {
    const line = saved(need.id) ?? { needId: need.id, priority: null, network: null, uh: null, reason: '', dissent: '' };
    return { ...line, ...changed[need.id] };
  });
  const change = (needId: string, side: 'network' | 'uh', amount: number | null) =>
    setChanged((all) => ({ ...all, [needId]: { network: null, uh: null, ...saved(needId), ...all[needId], [side]: amount } }));
  const labelOf = (path: string) => {
    const { field, needId } = fieldAt(path, order);
    const title = needs.find((need) => need.id === needId)?.title;
    const label = { ...words.column, meetingOn: words.meetingOn, decisionForm: words.decisionForm, note: words.note, lines: words.needs }[field] ?? field;
    return { id: needId === null ? field : `${field}-${needId}`, label: title === undefined ? label : `${title}, ${label}` };
  };
  return (
    <form action={action} noValidate>
      <FormAnswer state={state} fieldOf={labelOf} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <WithMoney panel={<LiveSums needs={needs} lines={now} frame={frame} splitKey={splitKey} />}>
        <DateField name="meetingOn" label={words.meetingOn} defaultValue={typed('meetingOn') ?? head.meetingOn} error={errors.get('meetingOn')} />
        <ChoiceGroup
          kind="radio" name="decisionForm" label={words.decisionForm} description={words.formHelp} error={errors.get('decisionForm')}
          options={DECISION_FORMS.map((value) => ({ value, label: words.form[value] }))} chosen={[typed('decisionForm') ?? head.decisionForm]}
        />
        <TextArea name="note" label={words.note} note={t.common.form.optional} rows={3} max={4000} defaultValue={typed('note') ?? head.note} error={errors.get('note')} />
        <h2 className="mb-4 text-xl font-semibold">{words.needs}</h2>
        {needs.map((need) => (
          <NeedFields
            key={need.id} need={need} line={saved(need.id)} onAmount={(side, amount) => change(need.id, side, amount)}
            typed={(field) => typed(lineField(field, need.id))} error={(field) => errors.get(lineField(field, need.id))}
          />
        ))}
        <div className="flex flex-wrap gap-3">
          <SubmitButton weight="secondary" name="do" value="save">{words.save}</SubmitButton>
          <ConfirmButton label={words.deliver} title={words.ask} name="do" value="deliver">{words.askBody}</ConfirmButton>
        </div>
      </WithMoney>
    </form>
  );
}
