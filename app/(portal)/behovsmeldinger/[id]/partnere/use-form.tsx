'use client';

import { useActionState } from 'react';
import { FormNotices } from '#components/form-notices';
import { useTexts } from '#components/locale';
import { errorAt, type Errors } from '#components/need/words';
import type { Texts } from '#lib/texts/texts';
import type { FormState } from '../../../../answer';

type Name = keyof Texts['partners']['fields'];
type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** A form of a few fields: what to send it to, what it says on top, and each field with what was typed and what is wrong with it. */
export function useForm(action: Action, names: readonly Name[], suffix = '') {
  const t = useTexts();
  const [state, send] = useActionState<FormState, FormData>(action, null);
  const errors: Errors = state?.kind === 'invalid' ? state.errors : {};
  const idOf = (name: string) => `${name}${suffix}`;
  const named = names.map((name) => ({ name, fieldId: idOf(name), label: t.partners.fields[name] }));
  const messages = named.flatMap(({ name, fieldId, label }) => {
    const error = errorAt(errors, name, t);
    return error === undefined ? [] : [{ fieldId, text: `${label}: ${error}` }];
  });
  const field = (name: Name, first = '') => ({
    name,
    id: idOf(name),
    label: t.partners.fields[name],
    error: errorAt(errors, name, t),
    defaultValue: state?.typed[name]?.[0] ?? first,
  });
  return { t, state, send, errors, field, notices: <FormNotices state={state} errors={messages} /> };
}
