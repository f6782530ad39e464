'use client';

import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type SyntheticEvent } from 'react';
import { mayAsk } from '#components/saving/copies';
import { fieldsOf, fill } from '#components/saving/fields';
import { Saver } from '#components/saving/saver';
import type { WrittenText } from '#components/saving/written';

const NEAR_MS = 3000;
const ALONE_MS = 6000;

/**
 * A form that saves itself while it is written. A field that is not on the page now, such as a year no longer asked
 * for, stays as it is. `isGoing`: its own action has it, and has not answered.
 */
export function useSaving(written: WrittenText, isGoing: boolean) {
  const { whole } = written;
  const form = useRef<HTMLFormElement>(null);
  const passes = useRef(false);
  const [saidSaved, setSaidSaved] = useState(false);
  const [saver] = useState(() => new Saver(written));
  const now = useSyncExternalStore(saver.listen, saver.snapshot, saver.snapshot);

  useEffect(() => saver.goes(isGoing), [saver, isGoing]);
  useLayoutEffect(() => {
    if (form.current !== null) fill(form.current, now.fill, whole);
  }, [now.fill, whole]);

  useEffect(() => {
    saver.start();
    const leaves = () => {
      if (document.visibilityState === 'hidden') void saver.send();
    };
    const comes = () => {
      if (saver.isStuck) void saver.again();
    };
    const warns = (event: BeforeUnloadEvent) => {
      if (mayAsk() && saver.isStuck && Object.keys(saver.unsaved.typed).length > 0) event.preventDefault();
    };
    const listeners = [
      [window, 'pagehide', leaves],
      [document, 'visibilitychange', leaves],
      [window, 'online', comes],
      [window, 'focus', comes],
      [window, 'beforeunload', warns],
    ] as const;
    for (const [target, name, listener] of listeners) target.addEventListener(name, listener);
    // Whatever is sent whole says what it began from: what the record is known to say by now.
    const says = ({ formData }: FormDataEvent) => {
      formData.set('began', JSON.stringify(saver.snapshot().sync.base));
      formData.set('version', String(saver.version));
    };
    const element = form.current;
    element?.addEventListener('formdata', says);
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      timer = setTimeout(() => void hear(), saver.snapshot().others.length > 0 ? NEAR_MS : ALONE_MS);
    };
    const hear = async () => {
      if (document.visibilityState === 'visible') await saver.hear();
      next();
    };
    next();
    return () => {
      for (const [target, name, listener] of listeners) target.removeEventListener(name, listener);
      element?.removeEventListener('formdata', says);
      clearTimeout(timer);
      saver.stop();
    };
  }, [saver]);

  return {
    now,
    saver,
    /** Whether somebody pressed the save button, and is to be told so. */
    saidSaved,
    /** What the form itself must have: where it is, and what it hears. */
    on: {
      ref: form,
      onInput: (event: SyntheticEvent<HTMLFormElement>) =>
        saver.type({ ...saver.snapshot().typed, ...fieldsOf(event.currentTarget) }),
      onFocus: (event: SyntheticEvent<HTMLFormElement>) =>
        saver.enter(event.target instanceof HTMLElement ? event.target.getAttribute('name') : null),
      onBlur: () => saver.leave(),
      /** A button waits for what is on its way; the form is sent when all that can be is saved, or it would not get there at all. */
      onSubmit: (event: SyntheticEvent<HTMLFormElement>) => {
        const element = event.currentTarget;
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (passes.current) {
          passes.current = false;
          return;
        }
        event.preventDefault();
        void saver.flush().then((all) => {
          if (!all && saver.isStuck) return;
          const saves = submitter?.getAttribute('value') === 'save';
          setSaidSaved(saves && all);
          if (saves && all) return;
          // A form that is still telling of its first sending ignores a second.
          setTimeout(() => {
            passes.current = true;
            element.requestSubmit(submitter);
          });
        });
      },
    },
  };
}
export type Saving = ReturnType<typeof useSaving>;
