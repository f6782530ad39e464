import type { AttachedTo } from '#lib/domain/attachment/attachment';
import type { Texts } from '#lib/texts/texts';

/** What came of one file, in a sentence. */
export interface Sent {
  stored: boolean;
  text: string;
}

const isSent = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && 'stored' in value && 'text' in value && typeof value.text === 'string';

/** Sends one file, telling in percent how far it has come. */
export function send(
  file: File,
  to: { til: AttachedTo; id: string },
  tell: (share: number) => void,
  words: Texts['attachment'],
): Promise<Sent> {
  const form = new FormData();
  form.set('til', to.til);
  form.set('id', to.id);
  form.set('fil', file);
  const lost: Sent = { stored: false, text: words.notStored(file.name) };
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/vedlegg');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => {
      tell(Math.round((loaded / Math.max(total, 1)) * 100));
    };
    request.onload = () => {
      const answer: unknown = request.response;
      resolve(isSent(answer) ? answer : lost);
    };
    request.onerror = () => {
      resolve(lost);
    };
    request.send(form);
  });
}
