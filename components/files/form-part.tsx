'use client';

import { FileList, type ShownFile } from '#components/files/file-list';
import { Uploader, useHasScript } from '#components/files/uploader';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import type { AttachedTo } from '#lib/domain/attachment/attachment';

/** The files within a form of something else: added in place where script runs; the button saves the form first, and leads to the files' own page. */
export function FormFiles({ til, id, files }: { til: AttachedTo; id: string; files: readonly ShownFile[] }) {
  const t = useTexts();
  const script = useHasScript();
  return (
    <>
      {script && <Uploader til={til} id={id} />}
      <FileList t={t} files={files} />
      <div className="mt-4">
        <SubmitButton weight="secondary" name="do" value="vedlegg">
          {script ? t.attachment.change : t.attachment.manage}
        </SubmitButton>
      </div>
    </>
  );
}
