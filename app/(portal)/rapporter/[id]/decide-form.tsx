'use client';

import { useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { DisabledAction } from '#components/notice';
import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import type { Half } from '#lib/domain/report/report';
import { explainField } from '#lib/texts/explain';
import { errorTexts } from '#lib/texts/browser/errors';
import { reportTexts } from '#lib/texts/browser/report';
import { FormAnswer } from '#components/form-answer';
import { decide } from './actions';

/** The caseworker's decision on one half: accept it, or give it back with what must be put right. */
export function DecideHalfForm({ half, stop }: { half: Pick<Half, 'id' | 'version'>; stop: string | null }) {
  const t = useTexts(errorTexts, reportTexts);
  const words = t.report.decide;
  const [state, action] = useActionState(decide, null);
  const id = `kommentar-${half.id}`;
  const error = state?.kind === 'invalid' ? state.errors['comment'] : undefined;
  return (
    <section className="mt-8 rounded-md border border-line px-6 py-5">
      <h3 className="mb-4 text-lg font-semibold">{words.title}</h3>
      <FormAnswer state={state} fieldOf={() => ({ id, label: words.comment })} />
      <form action={action}>
        <input type="hidden" name="id" value={half.id} />
        <input type="hidden" name="version" value={half.version} />
        {stop === null ? (
          <ConfirmButton label={words.accept} title={words.acceptTitle} name="do" value="accept">
            {words.acceptBody}
          </ConfirmButton>
        ) : (
          <DisabledAction id={`stopp-${half.id}`} label={words.accept} reason={stop} />
        )}
      </form>
      <form action={action} className="mt-8">
        <input type="hidden" name="id" value={half.id} />
        <input type="hidden" name="version" value={half.version} />
        <TextArea
          key={state?.typed['comment']?.at(-1)}
          id={id}
          name="comment"
          rows={3}
          label={words.comment}
          description={words.commentHelp}
          defaultValue={state?.typed['comment']?.at(-1)}
          {...(error !== undefined && { error: explainField(error, t) })}
        />
        <SubmitButton weight="secondary" name="do" value="return">
          {words.return}
        </SubmitButton>
      </form>
    </section>
  );
}
