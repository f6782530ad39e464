'use client';

import { useRef, type MouseEvent } from 'react';
import { useTexts } from '#components/locale';
import { throwAway, waitingOf } from '#components/saving/copies';
import { commonTexts } from '#lib/texts/browser/common';
import { formTexts } from '#lib/texts/browser/form';

const PATIENCE_MS = 1500;
const LOOK_MS = 100;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits while what was typed last is being saved. Whether nothing of this person's is left unsaved in the browser. */
async function allSaved(person: string): Promise<boolean> {
  for (let waited = 0; waitingOf(person).length > 0 && waited < PATIENCE_MS; waited += LOOK_MS) await pause(LOOK_MS);
  return waitingOf(person).length === 0;
}

/** Signs out with the form it stands in. What is typed and not saved is thrown away for the next who sits down, but not unasked. */
export function SignOutButton({ person, isSmall = false }: { person: string; isSmall?: boolean }) {
  const t = useTexts(commonTexts, formTexts);
  const dialog = useRef<HTMLDialogElement>(null);
  const look = isSmall ? { 'data-variant': 'secondary', 'data-size': 'sm' } : { 'data-variant': 'primary' };
  async function askFirst(event: MouseEvent<HTMLButtonElement>) {
    if (waitingOf(person).length === 0) return;
    event.preventDefault();
    const { form } = event.currentTarget;
    if (await allSaved(person)) form?.requestSubmit();
    else dialog.current?.showModal();
  }
  return (
    <>
      <button className="ds-button" type="submit" {...look} onClick={(event) => void askFirst(event)}>
        {t.common.portal.signOut}
      </button>
      <dialog ref={dialog} className="ask" aria-labelledby="logg-ut-t" aria-describedby="logg-ut-b">
        <h2 id="logg-ut-t" className="text-xl font-semibold">
          {t.saving.outTitle}
        </h2>
        <p id="logg-ut-b" className="mt-3">
          {t.saving.out}
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          <button type="button" className="ds-button" data-variant="primary" onClick={() => dialog.current?.close()}>
            {t.saving.stay}
          </button>
          <button
            type="submit"
            className="ds-button"
            data-variant="secondary"
            data-color="danger"
            onClick={() => throwAway(person)}
          >
            {t.saving.outAnyway}
          </button>
        </div>
      </dialog>
    </>
  );
}
