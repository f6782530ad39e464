'use client';

import { useActionState, type ReactNode } from 'react';
import { ChoiceGroup } from '#components/choice-group';
import { ConfirmButton } from '#components/confirm-button';
import { DateField } from '#components/field';
import { useTexts } from '#components/locale';
import { MoneyInput } from '#components/money-input';
import { DEADLINE_KINDS, type DeadlineKind, type Programme } from '#lib/domain/states';
import { explainField } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { roundTexts } from '#lib/texts/browser/round';
import { FormAnswer } from '#components/form-answer';
import { open } from './actions';

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
