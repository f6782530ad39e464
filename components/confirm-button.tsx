'use client';

import { useId, useRef, type MouseEvent, type ReactNode } from 'react';
import type { Weight } from '#components/button';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { commonTexts } from '#lib/texts/browser/common';

type Props = {
  /** What the button says, and what the button in the question says again. */
  label: string;
  /** Fewer words to be seen on the button, where the place says the rest. */
  shown?: string;
  title: string;
  /** In one sentence: what it will do, and that it cannot be undone. */
  children: ReactNode;
  confirm?: string;
  weight?: Weight;
  tone?: 'accent' | 'danger';
  name?: string;
  value?: string;
  formAction?: (data: FormData) => void | Promise<void>;
};

/**
 * Asks before it sends the form it stands in. Without script the question opens as a popover, by HTML alone;
 * with script it is a modal dialog. Either way nothing is sent before it is answered.
 */
export function ConfirmButton({
  label,
  shown = label,
  title,
  children,
  confirm = label,
  weight = 'primary',
  tone = 'accent',
  ...rest
}: Props) {
  const t = useTexts(commonTexts).common.button;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant={weight}
        data-color={tone}
        aria-haspopup="dialog"
        {...(shown !== label && { 'aria-label': label })}
        popoverTarget={id}
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {shown}
      </button>
      <dialog
        ref={dialog}
        id={id}
        popover="auto"
        className="ask"
        aria-labelledby={`${id}-t`}
        aria-describedby={`${id}-b`}
      >
        <h2 id={`${id}-t`} className="text-xl font-semibold">
          {title}
        </h2>
        <div id={`${id}-b`} className="prose mt-3">
          {children}
        </div>
        <div
          className="mt-6 flex flex-wrap gap-3"
          onClickCapture={(event) => askFirst(event, dialog.current)}
          onClick={(event) => closeAfterSubmit(event.target, dialog.current)}
        >
          <SubmitButton tone={tone} {...rest}>
            {confirm}
          </SubmitButton>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={() => dialog.current?.close()}
          >
            {t.cancel}
          </button>
        </div>
      </dialog>
    </>
  );
}

// Enter in a field presses the form's first button, though the question it stands in is closed: then the question is asked.
function askFirst(event: MouseEvent, dialog: HTMLDialogElement | null) {
  if (dialog === null || dialog.open || dialog.matches(':popover-open')) return;
  event.preventDefault();
  event.stopPropagation();
  dialog.showModal();
}

// The form may be refused and the page stay: its words are under the question, so the question goes.
function closeAfterSubmit(target: EventTarget, dialog: HTMLDialogElement | null) {
  if (target instanceof HTMLButtonElement && target.type === 'submit') dialog?.close();
}
