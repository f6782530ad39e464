'use client';

import { useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { FieldFrame } from '#components/field';
import type { ShownFile } from '#components/files/file-list';
import { useHasScript } from '#components/files/form-files';
import { ACCEPT, FILE_BOX, Uploader } from '#components/files/uploader';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { MAX_ATTACHMENTS, MAX_FILE_BYTES, type AttachedTo } from '#lib/domain/attachment/attachment';
import { explainField } from '#lib/texts/explain';
import { megabytes } from '#lib/texts/format';
import { formTexts } from '#lib/texts/browser/form';
import { errorTexts } from '#lib/texts/browser/errors';
import { FormAnswer } from '#components/form-answer';
import { removeFile, upload } from '../../actions';

type To = { til: AttachedTo; id: string };

/** Files are taken as they are chosen; without script they are chosen and then sent. */
export function UploadForm({ til, id }: To) {
  const t = useTexts(formTexts, errorTexts);
  const words = t.attachment;
  const [state, action] = useActionState(upload, null);
  if (useHasScript()) return <Uploader til={til} id={id} />;
  const error =
    state?.kind === 'invalid' && state.errors.fil !== undefined ? explainField(state.errors.fil, t) : undefined;
  return (
    <form action={action} className="mb-6">
      <FormAnswer state={state} fieldOf={() => ({ id: 'fil', label: words.choose })} />
      <input type="hidden" name="til" value={til} />
      <input type="hidden" name="id" value={id} />
      <FieldFrame
        id="fil"
        label={words.choose}
        description={words.help(megabytes(MAX_FILE_BYTES), MAX_ATTACHMENTS)}
        error={error}
      >
        <input
          id="fil"
          name="fil"
          type="file"
          multiple
          accept={ACCEPT}
          className={FILE_BOX}
          aria-describedby="fil-om"
        />
      </FieldFrame>
      <SubmitButton>{words.upload}</SubmitButton>
    </form>
  );
}

/** Takes one file away, and asks first. */
export function RemoveForm({ til, file }: { til: AttachedTo; file: Pick<ShownFile, 'id' | 'name' | 'sentAt'> }) {
  const words = useTexts(formTexts).attachment;
  const [state, action] = useActionState(removeFile, null);
  return (
    <form action={action}>
      <FormAnswer state={state} fieldOf={() => ({ id: file.id, label: file.name })} />
      <input type="hidden" name="til" value={til} />
      <input type="hidden" name="fil" value={file.id} />
      <ConfirmButton
        label={words.remove(file.name)}
        shown={words.removeShort}
        confirm={words.removeShort}
        title={words.removeTitle}
        weight="tertiary"
        tone="danger"
      >
        {file.sentAt === null ? words.removeUnsent(file.name) : words.removeSent(file.name)}
      </ConfirmButton>
    </form>
  );
}
