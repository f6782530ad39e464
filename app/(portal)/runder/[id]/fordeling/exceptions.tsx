'use client';

import Link from 'next/link';
import { DateField, TextArea, TextField } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import {
  type AssessedLevel,
  type ExceptionList as Known,
  type SplitPlace,
  placeName,
} from '#lib/domain/tildeling/split';
import { explainField } from '#lib/texts/explain';
import { formatDay } from '#lib/texts/format';
import { errorTexts } from '#lib/texts/browser/errors';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { useActionState } from 'react';
import type { FormState } from '../../../../answer';
import { agree, askSplitHere } from '../../actions';
import type { WorkLine } from './lines';
import { FormMessages } from './messages';

type AskFormProps = { roundId: string; part: number; place: SplitPlace & { readonly key: string }; where: string };

function Hidden({ roundId, part, place }: Omit<AskFormProps, 'where'>) {
  return (
    <>
      <input type="hidden" name="id" value={roundId} />
      <input type="hidden" name="part" value={part + 1} />
      <input type="hidden" name="regionId" value={place.regionId ?? ''} />
      <input type="hidden" name="behovsmeldingId" value={place.behovsmeldingId ?? ''} />
    </>
  );
}

function useField(state: FormState, key: string) {
  const t = useTexts(errorTexts);
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
function AskExceptionForm({ roundId, part, place, where }: AskFormProps) {
  const words = useTexts(tildelingTexts).workbench.exceptions;
  const [state, action] = useActionState(askSplitHere, null);
  const field = useField(state, place.key);
  return (
    <form action={action}>
      <h3 className="mb-3 font-semibold">{words.askFor(where)}</h3>
      <FormMessages state={state?.kind === 'invalid' ? null : state} />
      <Hidden {...{ roundId, part, place }} />
      <TextArea {...field('reason')} label={words.reason} description={words.askHelp} rows={2} max={2000} />
      <SubmitButton weight="secondary">{words.send}</SubmitButton>
    </form>
  );
}

/** Records that the parties agree to give the UH more than the key here. */
function AgreementForm({ roundId, part, place, where }: AskFormProps) {
  const words = useTexts(tildelingTexts).workbench.exceptions;
  const [state, action] = useActionState(agree, null);
  const field = useField(state, place.key);
  return (
    <form action={action}>
      <h3 className="mb-3 font-semibold">{words.registerFor(where)}</h3>
      <FormMessages state={state?.kind === 'invalid' ? null : state} />
      <Hidden {...{ roundId, part, place }} />
      <TextField {...field('parties')} label={words.parties} />
      <TextField {...field('uhPercent')} label={words.percent} size={4} input={{ inputMode: 'numeric' }} />
      <DateField {...field('agreedOn')} label={words.agreedOn} />
      <SubmitButton weight="secondary">{words.register}</SubmitButton>
    </form>
  );
}

type ExceptionsProps = {
  roundId: string;
  part: number;
  levels: readonly AssessedLevel[];
  exceptions: Known;
  can: boolean;
  required: boolean;
  cases: readonly WorkLine[];
};

/**
 * Where the key does not hold: what is asked for and agreed in the round, and the forms to ask and to register at the
 * sums that are shown.
 */
export function Exceptions({ roundId, part, levels, exceptions, can, required, cases }: ExceptionsProps) {
  const t = useTexts(tildelingTexts);
  const words = t.workbench.exceptions;
  const where = (place: SplitPlace) => placeName(place, cases)?.name ?? words.round;
  const known = [
    ...exceptions.dispensations.map((one) => ({
      id: one.id,
      href: `/dispensasjoner/${one.id}`,
      text: one.state === 'asked' ? words.waiting(where(one)) : words[one.state](where(one), one.decisionReason),
    })),
    ...exceptions.agreements.map((one) => ({
      id: one.id,
      href: null,
      text: words.agreement(where(one), one.parties, one.uhPercent, formatDay(one.agreedOn)),
    })),
  ];
  const broken = required
    ? levels.filter(({ status, excused }) => excused === null && (status === 'uh-short' || status === 'uh-raised'))
    : [];
  if (known.length === 0 && broken.length === 0) return null;
  return (
    <section className="mt-12 max-w-[48rem]">
      <h2 className="text-xl font-semibold">{words.title}</h2>
      <ul className="mt-3 grid gap-2">
        {known.map((one) => (
          <li key={one.id}>
            {one.text}{' '}
            {one.href !== null && (
              <Link className="ds-link" href={one.href}>
                {words.see}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {can &&
        broken.map(({ sum, status }) => (
          <div
            key={sum.key}
            id={`unntak-${sum.key}`}
            tabIndex={-1}
            className="mt-6 rounded-md border border-line px-6 py-5"
          >
            {status === 'uh-short' ? (
              <AskExceptionForm roundId={roundId} part={part} place={sum} where={sum.name ?? words.round} />
            ) : (
              <AgreementForm roundId={roundId} part={part} place={sum} where={sum.name ?? words.round} />
            )}
          </div>
        ))}
    </section>
  );
}
