'use client';

import { type ReactNode, useActionState } from 'react';
import { ChoiceGroup } from '#components/choice-group';
import { ConfirmButton } from '#components/confirm-button';
import { DateField, TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { MoneyInput } from '#components/money-input';
import { DEADLINE_KINDS, type DeadlineKind, type Programme } from '#lib/domain/states';
import { explainField } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { roundTexts } from '#lib/texts/browser/round';
import { FormAnswer } from '#components/form-answer';
import { close, open } from '../actions';
import { NotSentList } from '#components/missing-list';
import type { NotSent } from '#lib/domain/behovsmelding/sending';

type Choice = { value: string; label: string; description?: ReactNode };
type Props = {
  countyId: string;
  programme: Programme;
  year: number;
  ruleSets: Choice[];
  fora: Choice[];
  suggested: Readonly<Record<DeadlineKind, string>>;
};

/** The form that opens a round. */
export function OpenForm({ countyId, programme, year, ruleSets, fora, suggested }: Props) {
  const t = useTexts(commonTexts, errorTexts, roundTexts);
  const words = t.round.new;
  const [state, action] = useActionState(open, null);
  const typed = (name: string): string | undefined => state?.typed[name]?.[0];
  const error = (name: string): string | undefined => {
    const code = state?.kind === 'invalid' ? state.errors[name] : undefined;
    return code === undefined ? undefined : explainField(code, t);
  };
  const labels: Record<string, string> = {
    budget: words.budget,
    reserve: words.reserve,
    ruleSetId: words.rules,
    forumId: words.forum,
    ...t.round.deadline,
  };
  const only = (choices: Choice[]): string[] => (choices.length === 1 ? choices.map(({ value }) => value) : []);
  const chosen = (name: string, choices: Choice[]): string[] => state?.typed[name]?.slice() ?? only(choices);
  return (
    <form action={action} noValidate>
      <FormAnswer state={state} fieldOf={(path) => ({ id: path, label: labels[path] ?? path })} />
      <input type="hidden" name="countyId" value={countyId} />
      <input type="hidden" name="programme" value={programme} />
      <input type="hidden" name="year" value={year} />
      <h2 className="mb-4 text-xl font-semibold">{words.frame}</h2>
      <MoneyInput
        name="budget"
        label={words.budget}
        description={words.budgetHelp}
        defaultValue={typed('budget') ?? null}
        error={error('budget')}
      />
      <MoneyInput
        name="reserve"
        label={words.reserve}
        note={t.common.form.optional}
        description={words.reserveHelp}
        defaultValue={typed('reserve') ?? null}
        error={error('reserve')}
      />
      <ChoiceGroup
        kind="radio"
        name="ruleSetId"
        label={words.rules}
        description={words.rulesHelp}
        options={ruleSets}
        chosen={chosen('ruleSetId', ruleSets)}
        error={error('ruleSetId')}
      />
      <ChoiceGroup
        kind="radio"
        name="forumId"
        label={words.forum}
        options={fora}
        chosen={chosen('forumId', fora)}
        error={error('forumId')}
      />
      <h2 className="mb-2 text-xl font-semibold">{words.deadlines}</h2>
      <p className="mb-4 text-quiet">{words.deadlinesHelp}</p>
      {DEADLINE_KINDS.map((kind) => (
        <DateField
          key={kind}
          name={kind}
          label={t.round.lastDay(t.round.deadline[kind])}
          defaultValue={typed(kind) ?? suggested[kind]}
          error={error(kind)}
        />
      ))}
      <ConfirmButton label={words.submit} title={words.ask}>
        {words.askBody}
      </ConfirmButton>
    </form>
  );
}

/** Closes the round: asks first, and asks why when the deadline has not passed. */
export function CloseForm({
  id,
  early,
  until,
  notSent,
}: {
  id: string;
  early: boolean;
  until: string;
  notSent: readonly NotSent[];
}) {
  const t = useTexts(commonTexts, errorTexts, roundTexts);
  const words = t.round.close;
  const [state, action] = useActionState(close, null);
  const label = early ? words.reason : words.reasonAfter;
  const code = state?.kind === 'invalid' ? state.errors.reason : undefined;
  return (
    <form action={action} noValidate>
      <p className="mb-4 max-w-[48rem]">{early ? words.before(until) : words.after}</p>
      {notSent.length > 0 && (
        <div className="mb-4 max-w-[48rem]">
          <NotSentList t={t} notSent={notSent} />
        </div>
      )}
      <FormAnswer state={state} fieldOf={() => ({ id: 'reason', label })} />
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="reason"
        rows={2}
        label={label}
        max={1000}
        defaultValue={state?.typed.reason?.[0]}
        note={early ? undefined : t.common.form.optional}
        error={code === undefined ? undefined : explainField(code, t)}
      />
      <ConfirmButton label={words.button} title={words.ask} weight={early ? 'secondary' : 'primary'}>
        {words.askBody}
      </ConfirmButton>
    </form>
  );
}
