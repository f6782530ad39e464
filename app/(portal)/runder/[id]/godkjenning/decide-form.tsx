'use client';

import { useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { formatKroner } from '#lib/domain/money/kroner';
import { explainField } from '#lib/texts/explain';
import { errorTexts } from '#lib/texts/browser/errors';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { FormMessages } from '../fordeling/messages';
import { approveAll, returnAll } from '../../actions';

type Props = { roundId: string; versions: Readonly<Record<string, number>>; sum: number };

/** The two ways to decide on what is proposed: approve it all, or send it back with a comment. */
export function DecideForms({ roundId, versions, sum }: Props) {
  const t = useTexts(errorTexts, tildelingTexts);
  const words = t.approval;
  const [approved, approve] = useActionState(approveAll, null);
  const [returned, sendBack] = useActionState(returnAll, null);
  const wrong = returned?.kind === 'invalid' ? returned.errors.comment : undefined;
  const ids = Object.keys(versions);
  const chosen = ids.map((id) => <input key={id} type="hidden" name="ids" value={id} />);
  return (
    <div className="no-print mt-10">
      <form action={approve} className="mb-10">
        <FormMessages state={approved} />
        <input type="hidden" name="id" value={roundId} />
        {chosen}
        {ids.map((id) => (
          <input key={id} type="hidden" name={`versions.${id}`} value={versions[id]} />
        ))}
        <ConfirmButton label={words.approveAll} title={words.approveTitle}>
          <p>{words.approveText(ids.length, formatKroner(sum))}</p>
        </ConfirmButton>
      </form>
      <details className="fold" open={returned !== null}>
        <summary>{words.returnTitle}</summary>
        <form action={sendBack} className="mt-4">
          <FormMessages state={returned?.kind === 'invalid' ? null : returned} />
          <input type="hidden" name="id" value={roundId} />
          {chosen}
          <TextArea
            name="comment"
            label={words.comment}
            description={words.returnHelp}
            max={2000}
            rows={3}
            error={wrong === undefined ? undefined : explainField(wrong, t)}
            defaultValue={returned?.typed.comment?.[0]}
          />
          <SubmitButton weight="secondary">{words.return}</SubmitButton>
        </form>
      </details>
    </div>
  );
}
