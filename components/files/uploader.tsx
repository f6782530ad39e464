'use client';

import { describedBy, FieldFrame } from '#components/field';
import { useLocale, useTexts } from '#components/locale';
import {
  type AttachedTo,
  ATTACHMENT_KINDS,
  MAX_ATTACHMENTS,
  MAX_FILE_BYTES,
  refusedUnread,
} from '#lib/domain/attachment/attachment';
import type { Refusal } from '#lib/domain/refusal';
import { explainRefusal } from '#lib/texts/explain';
import { megabytes } from '#lib/texts/format';
import { formTexts } from '#lib/texts/browser/form';
import type { Locale } from '#lib/texts/locale';
import { useRouter } from 'next/navigation';
import { type DragEvent, useId, useState } from 'react';
import { send, type Sent } from './send';

/** What may be chosen, as the browser's own window is told. */
export const ACCEPT = ATTACHMENT_KINDS.map((kind) => `.${kind}`).join(',') + ',.jpeg';

/** How a choice of files looks. */
export const FILE_BOX =
  'max-w-full file:mr-4 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-edge file:bg-paper file:px-4 file:py-2 file:text-base file:font-medium';

/** Why a file is not taken; the words come when there is one. */
const whyNot = async (no: Refusal, locale: Locale): Promise<string> =>
  explainRefusal(no, (await import('#lib/texts/browser/refusals')).refusalTexts[locale]);

/** Takes files at once as they are chosen or dropped, several if one wants, and says of each how far it is and what came of it. */
export function Uploader({ til, id }: { til: AttachedTo; id: string }) {
  const t = useTexts(formTexts);
  const locale = useLocale();
  const words = t.attachment;
  const router = useRouter();
  const field = useId();
  const [going, setGoing] = useState<{ name: string; share: number } | null>(null);
  const [said, setSaid] = useState<readonly Sent[]>([]);
  const [over, setOver] = useState(false);

  const take = async (files: readonly File[]): Promise<void> => {
    if (going !== null || files.length === 0) return;
    setSaid([]);
    for (const file of files) {
      const no = refusedUnread(file);
      setGoing({ name: file.name, share: 0 });
      const outcome =
        no === null
          ? await send(file, { til, id }, (share) => setGoing({ name: file.name, share }), words)
          : { stored: false, text: await whyNot(no, locale) };
      setSaid((before) => [...before, outcome]);
    }
    setGoing(null);
    router.refresh();
  };
  const drag = (now: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(now);
  };

  return (
    <div className="mb-4 max-w-[42rem]">
      <div
        className={`rounded-md border-2 border-dashed px-5 py-4 ${over ? 'border-blue bg-tint' : 'border-edge'}`}
        onDragEnter={drag(true)}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          void take([...event.dataTransfer.files]);
        }}
      >
        <label htmlFor={field} className="block font-medium">
          {words.drop}
        </label>
        <p id={`${field}-om`} className="mb-2 text-sm text-quiet">
          {words.help(megabytes(MAX_FILE_BYTES), MAX_ATTACHMENTS)}
        </p>
        <input
          id={field}
          type="file"
          multiple
          accept={ACCEPT}
          aria-describedby={`${field}-om`}
          disabled={going !== null}
          className={FILE_BOX}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            void take(chosen);
          }}
        />
        {going !== null && (
          <p className="mt-3 flex flex-wrap items-center gap-x-3 text-sm">
            <progress value={going.share} max={100} aria-label={words.uploading(going.name)} />
            <span aria-hidden="true">
              {words.uploading(going.name)} <span className="num">{words.percent(going.share)}</span>
            </span>
          </p>
        )}
      </div>
      <div role="status" className="mt-3 grid gap-2">
        {said.map((one, index) => (
          <p
            key={index}
            className={`rounded-md border-l-4 px-4 py-2 ${one.stored ? 'border-good bg-good-tint' : 'border-bad-edge bg-bad-tint'}`}
          >
            {one.text}
          </p>
        ))}
      </div>
    </div>
  );
}

/** One file that goes with its form. One that is too large or of a wrong kind is told of at once, and not sent. */
export function FileField({ name, label, note }: { name: string; label: string; note?: string }) {
  const t = useTexts(formTexts);
  const locale = useLocale();
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
          setError(undefined);
          if (no !== null) void whyNot(no, locale).then(setError);
          if (no !== null) event.target.value = '';
        }}
      />
    </FieldFrame>
  );
}
