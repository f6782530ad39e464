'use client';

import { useActionState, type ReactNode } from 'react';
import { SubmitButton } from '#components/submit-button';
import { FormAnswer } from '#components/form-answer';
import { read } from './actions';

/** A button that marks a message as read or, without one, all. */
export function ReadForm({
  id,
  side,
  about,
  children,
}: {
  id?: string;
  side: number;
  about?: string;
  children: ReactNode;
}) {
  const [state, send] = useActionState(read, null);
  return (
    <form action={send}>
      <FormAnswer state={state} fieldOf={(path) => ({ id: path, label: path })} />
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <input type="hidden" name="side" value={side} />
      <SubmitButton weight={id === undefined ? 'secondary' : 'tertiary'}>
        {children}
        {about !== undefined && <span className="ds-sr-only">: {about}</span>}
      </SubmitButton>
    </form>
  );
}
