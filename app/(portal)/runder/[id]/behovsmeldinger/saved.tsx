'use client';

import { useActionState } from 'react';
import { TextField } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { explainField } from '#lib/texts/explain';
import { errorTexts } from '#lib/texts/browser/errors';
import type { Texts } from '#lib/texts/texts';
import { FormAnswer } from '#components/form-answer';
import { forgetFilterHere, keepFilterHere } from '../../actions';

type Props = {
  roundId: string;
  saved: readonly { id: string; name: string; query: string; forget: string }[];
  query: string;
  words: Pick<Texts['round']['needs'], 'saved' | 'keep' | 'keepName' | 'keepHelp'>;
};

/** The filters one keeps by name, each a way to its list; and the ones chosen now, to be kept. */
export function SavedFilters({ roundId, saved, query, words }: Props) {
  const t = useTexts(errorTexts);
  const [state, action] = useActionState(keepFilterHere, null);
  const [, remove] = useActionState(forgetFilterHere, null);
  const code = state?.kind === 'invalid' ? state.errors.name : undefined;
  return (
    <section aria-label={words.saved} className="no-print mb-6 grid gap-3">
      {saved.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="w-20 text-sm text-quiet" aria-hidden="true">
            {words.saved}
          </span>
          {saved.map((one) => (
            <form
              key={one.id}
              action={remove}
              className="flex items-center gap-1 rounded-full border border-edge py-0.5 pr-1 pl-3 text-sm"
            >
              <a className="ds-link" href={`/runder/${roundId}/behovsmeldinger?${one.query}`}>
                {one.name}
              </a>
              <input type="hidden" name="id" value={one.id} />
              <input type="hidden" name="roundId" value={roundId} />
              <button
                type="submit"
                className="grid size-6 cursor-pointer place-items-center rounded-full hover:bg-tint"
                aria-label={one.forget}
              >
                <span aria-hidden="true">×</span>
              </button>
            </form>
          ))}
        </div>
      )}
      {query !== '' && (
        <details className="fold text-sm" open={code !== undefined}>
          <summary>{words.keep}</summary>
          <form action={action} noValidate className="mt-2">
            <FormAnswer state={state} fieldOf={() => ({ id: 'filternavn', label: words.keepName })} />
            <input type="hidden" name="query" value={query} />
            <input type="hidden" name="roundId" value={roundId} />
            <TextField
              name="name"
              id="filternavn"
              label={words.keepName}
              description={words.keepHelp}
              size={24}
              defaultValue={state?.typed.name?.[0]}
              error={code === undefined ? undefined : explainField(code, t)}
            />
            <SubmitButton weight="secondary">{words.keep}</SubmitButton>
          </form>
        </details>
      )}
    </section>
  );
}
