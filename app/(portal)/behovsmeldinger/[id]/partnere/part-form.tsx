'use client';

import { useActionState } from 'react';
import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { MoneyInput } from '#components/money-input';
import { NATIONAL_CUT } from '#components/behovsmelding/long';
import { errorAt, type Errors } from '#components/behovsmelding/words';
import { WithClashes, type FormWords } from '#components/saving/at-field';
import { fieldsIn } from '#components/saving/fields';
import { LeftBehind } from '#components/saving/left-behind';
import { SavingLine } from '#components/saving/standing';
import { useSaving } from '#components/saving/use-saving';
import { SubmitButton } from '#components/submit-button';
import type { Behovsmelding, BehovsmeldingUh } from '#lib/domain/behovsmelding/behovsmelding';
import { moneyIn } from '#lib/domain/behovsmelding/draft';
import { named } from '#lib/domain/behovsmelding/names';
import { formatKroner } from '#lib/domain/money/kroner';
import { keptPart, partId, typingOfPart, UH_PART } from '#lib/domain/behovsmelding/uh-part';
import { partCells } from '#lib/domain/behovsmelding/uh';
import { formatAmount } from '#lib/texts/format';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { togetherTexts } from '#lib/texts/browser/together';
import { errorTexts } from '#lib/texts/browser/errors';
import type { FormState } from '../../../../answer';
import { FormAnswer } from '#components/form-answer';
import { saveUhPartHere } from '../../actions';

type Props = {
  need: Pick<Behovsmelding, 'id' | 'version' | 'lines' | 'year' | 'years'>;
  uh: Pick<BehovsmeldingUh, 'organisationId' | 'plan'>;
  person: string;
};
const alone = () => null;

/** A UH writes its own part: it saves itself, and what the owner writes meanwhile is not written over. */
export function PartForm({ need, uh, person }: Props) {
  const t = useTexts(behovsmeldingTexts, errorTexts, togetherTexts);
  const words = t.partners;
  const id = partId(need.id, uh.organisationId);
  const [state, send, isGoing] = useActionState<FormState, FormData>(saveUhPartHere, null);
  const stored = typingOfPart(need, uh);
  const came = state?.kind === 'invalid' ? state : null;
  const saving = useSaving(
    {
      kind: 'uh-del',
      id,
      person,
      version: need.version,
      stored,
      rowOf: alone,
      whole: keptPart,
      typed: state === null ? undefined : fieldsIn(state.typed),
      clashes: came?.clashes,
    },
    isGoing,
  );
  const {
    now: { typed, sync },
    saver,
  } = saving;
  const errors: Errors = {
    ...came?.errors,
    ...sync.wrong,
    ...Object.fromEntries(Object.keys(sync.clashes).map((field) => [field, 'changed-meanwhile' as const])),
  };
  const plan = `plan-${uh.organisationId}`;
  const said: FormWords = {
    idOf: (field) => (field === 'plan' ? plan : field),
    labelOf: (field) => {
      const at = named(field);
      return at?.of === 'lines' ? words.amount(at.budgetYear) : words.fields.plan;
    },
    sayOf: (field, [value = '']) => (field !== 'plan' && /^\d+$/.test(value) ? formatKroner(Number(value)) : value),
  };
  return (
    <form
      action={send}
      noValidate
      onReset={(event) => event.preventDefault()}
      aria-label={words.partTitle}
      {...saving.on}
    >
      <FormAnswer state={state} fieldOf={(path) => ({ id: said.idOf(path), label: said.labelOf(path) })} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={state?.typed['version']?.[0] ?? need.version} />
      <input type="hidden" name="began" value={state?.typed['began']?.[0] ?? JSON.stringify(stored)} />
      <LeftBehind saving={saving} words={said} />
      <SavingLine saving={saving} words={said} />
      <WithClashes {...said} typed={keptPart(typed)} clashes={{ ...came?.clashes, ...sync.clashes }} saver={saver}>
        <TextArea
          name="plan"
          id={plan}
          label={words.fields.plan}
          description={words.ownPlanHelp}
          max={UH_PART.plan.max}
          mark={{ at: NATIONAL_CUT, text: t.behovsmelding.help.mark(formatAmount(NATIONAL_CUT)) }}
          error={errorAt(errors, 'plan', t)}
          defaultValue={typed['plan']?.[0]}
        />
        <div className="flex flex-wrap gap-x-8">
          {partCells(need, uh.organisationId).map(({ name, budgetYear }) => (
            <MoneyInput
              key={name}
              name={name}
              label={words.amount(budgetYear)}
              defaultValue={moneyIn(typed, name)}
              error={errorAt(errors, name, t)}
            />
          ))}
        </div>
      </WithClashes>
      <SubmitButton name="do" value="save">
        {words.savePart}
      </SubmitButton>
    </form>
  );
}
