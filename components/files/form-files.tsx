'use client';

import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import type { AttachedTo } from '#lib/domain/attachment/attachment';
import { formTexts } from '#lib/texts/browser/form';
import { FileList, type ShownFile } from './file-list';

// Only a script can take files within the form, so it is fetched after the page.
const Uploader = lazy(() => import('./uploader').then((m) => ({ default: m.Uploader })));

const never = () => () => undefined;
/** Whether the page's script runs: false in what the server sends. */
export const useHasScript = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/**
 * The files within a form of something else: added in place where script runs; the button saves the form first, and
 * leads to the files' own page.
 */
export function FormFiles({
  til,
  id,
  files,
  isOpen = true,
}: {
  til: AttachedTo;
  id: string;
  files: readonly ShownFile[];
  isOpen?: boolean;
}) {
  const t = useTexts(formTexts);
  const script = useHasScript();
  // Once there it stays, so that what is being sent goes on in another step.
  const [hasOpened, setHasOpened] = useState(isOpen);
  if (isOpen && !hasOpened) setHasOpened(true);
  return (
    <>
      {script && hasOpened && (
        <Suspense>
          <Uploader til={til} id={id} />
        </Suspense>
      )}
      <FileList t={t} files={files} />
      <div className="mt-4">
        <SubmitButton weight="secondary" name="do" value="vedlegg">
          {script ? t.attachment.change : t.attachment.manage}
        </SubmitButton>
      </div>
    </>
  );
}
