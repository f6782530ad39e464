'use client';

import { useActionState } from 'react';
import { DateField, TextArea, TextField } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import type { Place } from '#lib/domain/tildeling/split';
import { explainField } from '#lib/texts/explain';
import type { FormState } from '../../../../answer';
import { agree, askSplit } from './actions';
import { FormMessages } from './form-messages';

type Props = { roundId: string; place: Place & { readonly key: string }; where: string };

function Hidden({ roundId, place }: Omit<Props, 'where'>) {
  return (
    <>
      <input type="hidden" name="id" value={roundId} />
      <input type="hidden" name="regionId" value={place.regionId ?? ''} />
      <input type="hidden" name="behovsmeldingId" value={place.behovsmeldingId ?? ''} />
    </>
  );
}

function useField(state: FormState, key: string) {
  const t = useTexts();
  return (name: string) => {
    const code = state?.kind === 'invalid' ? state.errors[name] : undefined;
    return {
      name,
      id: `${name}-${key}`,
      error: code === undefined ? undefined : explainField(code, t),
      defaultValue: state?.typed[name]?.[0],
    };
  };
}

/** Asks the approver to let the UH have less than the key here. */
export function AskForm({ roundId, place, where }: Props) {
  const words = useTexts().workbench.exceptions;
  const [state, action] = useActionState(askSplit, null);
  const field = useField(state, place.key);
  return (
    <form action={action}>
      <h3 className="mb-3 font-semibold">{words.askFor(where)}</h3>
      <FormMessages state={state?.kind === 'invalid' ? null : state} />
      <Hidden {...{ roundId, place }} />
      <TextArea {...field('reason')} label={words.reason} description={words.askHelp} rows={2} max={2000} />
      <SubmitButton weight="secondary">{words.send}</SubmitButton>
    </form>
  );
}

/** Records that the parties agree to give the UH more than the key here. */
export function AgreementForm({ roundId, place, where }: Props) {
  const words = useTexts().workbench.exceptions;
  const [state, action] = useActionState(agree, null);
  const field = useField(state, place.key);
  return (
    <form action={action}>
      <h3 className="mb-3 font-semibold">{words.registerFor(where)}</h3>
      <FormMessages state={state?.kind === 'invalid' ? null : state} />
      <Hidden {...{ roundId, place }} />
      <TextField {...field('parties')} label={words.parties} />
      <TextField {...field('uhPercent')} label={words.percent} size={4} input={{ inputMode: 'numeric' }} />
      <DateField {...field('agreedOn')} label={words.agreedOn} />
      <SubmitButton weight="secondary">{words.register}</SubmitButton>
    </form>
  );
}
