'use client';

import { useState } from 'react';
import { FieldFrame, describedBy } from '#components/field-frame';
import { ACCEPT, FILE_BOX } from '#components/files/uploader';
import { useTexts } from '#components/locale';
import { MAX_ATTACHMENTS, MAX_FILE_BYTES, refusedUnread } from '#lib/domain/attachment/attachment';
import { explainRefusal } from '#lib/texts/explain';
import { megabytes } from '#lib/texts/nb/attachment';

/** One file that goes with its form. One that is too large or of a wrong kind is told of at once, and not sent. */
export function FileField({ name, label, note }: { name: string; label: string; note?: string }) {
  const t = useTexts();
  const [error, setError] = useState<string>();
  const words = { label, note, description: t.attachment.help(megabytes(MAX_FILE_BYTES), MAX_ATTACHMENTS), error };
  return (
    <FieldFrame id={name} {...words}>
      <input
        id={name}
        name={name}
        type="file"
        accept={ACCEPT}
        className={FILE_BOX}
        aria-describedby={describedBy(name, words)}
        aria-invalid={error !== undefined || undefined}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          const no = file === undefined ? null : refusedUnread(file);
          setError(no === null ? undefined : explainRefusal(no, t));
          if (no !== null) event.target.value = '';
        }}
      />
    </FieldFrame>
  );
}
