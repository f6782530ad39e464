'use client';

import { type ReactNode, useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { formatKroner } from '#lib/domain/money/kroner';
import { explainField } from '#lib/texts/explain';
import { errorTexts } from '#lib/texts/browser/errors';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { FormMessages } from '../fordeling/messages';
import { decideAll } from '../../actions';

type Props = {
  roundId: string;
  /** The tildelinger that are decided on, each in the version that was shown. */
  shown: string;
  count: number;
  sum: number;
  /** What one must know before one decides. */
  children?: ReactNode;
};

/** The two ways to decide on what is proposed, in one form: approve it all, or send it back with a comment. */
export function DecideForm({ roundId, shown, count, sum, children }: Props) {
  const t = useTexts(errorTexts, tildelingTexts);
  const words = t.approval;
  const [state, action] = useActionState(decideAll, null);
  const returned = state?.typed['do']?.[0] === 'return' ? state : null;
  const wrong = returned?.kind === 'invalid' ? returned.errors.comment : undefined;
  return (
    <form action={action} className="no-print mt-10" onReset={(event) => event.preventDefault()}>
      {children}
      <FormMessages state={returned === null ? state : null} />
      <input type="hidden" name="id" value={roundId} />
      <input type="hidden" name="shown" value={shown} />
      <div className="mb-10">
        <ConfirmButton label={words.approveAll} title={words.approveTitle} name="do" value="approve">
          <p>{words.approveText(count, formatKroner(sum))}</p>
        </ConfirmButton>
      </div>
      <details className="fold" open={returned !== null}>
        <summary>{words.returnTitle}</summary>
        <div className="mt-4">
          <FormMessages state={returned?.kind === 'invalid' ? null : returned} />
          <TextArea
            name="comment"
            label={words.comment}
            description={words.returnHelp}
            max={2000}
            rows={3}
            error={wrong === undefined ? undefined : explainField(wrong, t)}
            defaultValue={state?.typed['comment']?.[0]}
          />
          <SubmitButton weight="secondary" name="do" value="return">
            {words.return}
          </SubmitButton>
        </div>
      </details>
    </form>
  );
}
