'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import type { Weight } from './button';
import { useTexts } from './locale';
import { commonTexts } from '#lib/texts/browser/common';

type Props = {
  children: ReactNode;
  weight?: Weight;
  tone?: 'accent' | 'danger';
  /** Sent with the form when there are several buttons. */
  name?: string;
  value?: string;
  /** Another action than the form's own. */
  formAction?: (data: FormData) => void | Promise<void>;
  /** The id of the form, when the button stands outside it. */
  form?: string;
};

/** Sends the form, once: while it is on its way the button says so and does not send again. */
export function SubmitButton({ children, weight = 'primary', tone = 'accent', ...rest }: Props) {
  const { pending } = useFormStatus();
  const t = useTexts(commonTexts).common.form;
  return (
    <button
      type="submit"
      className="ds-button"
      data-variant={weight}
      data-color={tone}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      {...rest}
    >
      {pending ? t.working : children}
    </button>
  );
}
