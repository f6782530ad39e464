'use client';

import { TextArea } from '#components/field';
import { MoneyInput } from '#components/money-input';
import { errorAt } from '#components/need/words';
import { Notice } from '#components/notice';
import { SubmitButton } from '#components/submit-button';
import { useTexts } from '#components/locale';
import { moneyIn } from '#lib/domain/behovsmelding-draft';
import { savePart } from './actions';
import { useForm } from './use-form';

type Cell = { name: string; budgetYear: number; amount: number | null };
type Props = { id: string; uh: { organisationId: string; plan: string }; cells: readonly Cell[] };

/** A UH writes its own part. Each field is sent with what it began from, so that what the owner writes meanwhile is not written over. */
export function PartForm({ id, uh, cells }: Props) {
  const words = useTexts().partners;
  const conflict = (
    <Notice kind="warning" title={words.conflict} action={<a className="ds-link" href={`/behovsmeldinger/${id}`} target="_blank" rel="noreferrer">{words.conflictSee}</a>}>{words.conflictText}</Notice>
  );
  const { t, state, send, errors, notices, field } = useForm(savePart, ['plan'], `-${uh.organisationId}`, conflict, cells.map(({ name, budgetYear }) => ({ name, label: words.amount(budgetYear) })));
  const began = (name: string, first: string) => <input type="hidden" name={`began.${name}`} value={state?.typed[`began.${name}`]?.[0] ?? first} />;
  return (
    <form action={send} noValidate onReset={(event) => event.preventDefault()} aria-label={words.partTitle}>
      {notices}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="organisationId" value={uh.organisationId} />
      {began('plan', uh.plan)}
      <TextArea {...field('plan', uh.plan)} description={words.ownPlanHelp} max={4000} />
      <div className="flex flex-wrap gap-x-8">
        {cells.map(({ name, budgetYear, amount }) => (
          <div key={name}>
            {began(name, amount === null ? '' : String(amount))}
            <MoneyInput name={name} label={words.amount(budgetYear)} defaultValue={state === null ? amount : moneyIn(state.typed, name)} error={errorAt(errors, name, t)} />
          </div>
        ))}
      </div>
      <SubmitButton>{words.savePart}</SubmitButton>
    </form>
  );
}
