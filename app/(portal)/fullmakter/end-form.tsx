'use client';

import { useActionState } from 'react';
import { DateField } from '#components/field';
import { FormNotices } from '#components/form-notices';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { explainField } from '#lib/texts/explain';
import type { FormState } from '../../answer';
import { end } from './actions';

/** The owner takes a delegation back, from today or a later day. Folded away until it is wanted. */
export function EndForm({ id, office, today }: { id: string; office: string; today: string }) {
  const t = useTexts();
  const words = t.delegation;
  const [state, action] = useActionState<FormState, FormData>(end, null);
  const found = state?.kind === 'invalid' ? (state.errors['on'] ?? state.errors['id']) : undefined;
  const error = found === undefined ? undefined : explainField(found, t);
  const fieldId = `on-${id}`;
  return (
    <details className="fold" open={state !== null}>
      <summary>{words.endFor(office)}</summary>
      <form action={action} noValidate onReset={(event) => event.preventDefault()} className="mt-3">
        <FormNotices
          state={state}
          errors={error === undefined ? [] : [{ fieldId, text: `${words.endField}: ${error}` }]}
        />
        <input type="hidden" name="id" value={id} />
        <DateField
          name="on"
          id={fieldId}
          label={words.endField}
          description={words.endHelp}
          error={error}
          defaultValue={state?.typed['on']?.[0] ?? today}
        />
        <SubmitButton weight="secondary" tone="danger">
          {words.end}
        </SubmitButton>
      </form>
    </details>
  );
}
