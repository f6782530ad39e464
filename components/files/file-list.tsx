import type { ReactNode } from 'react';
import type { Attachment } from '#lib/domain/attachment/attachment';
import { formatDate } from '#lib/texts/format';
import { megabytes } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

export type ShownFile = Pick<
  Attachment,
  'id' | 'name' | 'kind' | 'size' | 'addedByName' | 'addedAt' | 'sentAt' | 'removedAt'
>;

/** The files of a record, each a way to download it, with its size and what it is in words. */
export function FileList({
  t,
  files,
  action,
}: {
  t: Pick<Texts, 'attachment'>;
  files: readonly ShownFile[];
  action?: (file: ShownFile) => ReactNode;
}) {
  const words = t.attachment;
  if (files.length === 0) return <p className="text-quiet">{words.none}</p>;
  return (
    <ul className="grid max-w-[48rem]">
      {files.map((file) => (
        <li
          key={file.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3"
        >
          <div className="min-w-0">
            {/* Not a page of ours: fetching it ahead would be to download it. */}
            <a className="ds-link break-words" href={`/api/vedlegg/${file.id}`} download>
              {file.name}
            </a>{' '}
            <span className="text-sm whitespace-nowrap text-quiet">
              ({words.facts(words.kind[file.kind], megabytes(file.size))})
            </span>
            <p className="text-sm text-quiet">
              {words.added(file.addedByName, formatDate(file.addedAt))}
              {file.removedAt !== null && `, ${words.removed(formatDate(file.removedAt))}`}
            </p>
          </div>
          {action?.(file)}
        </li>
      ))}
    </ul>
  );
}
