import type { Typing } from '#lib/domain/form/merge';
import type { FieldErrors } from '#lib/domain/outcome';

/** What the portal answers a save, and one who asks what the others have written. */
interface Answers {
  lagre: { readonly was: number; readonly version: number; readonly wrong: FieldErrors; readonly clashes: Typing };
  tilstede: {
    readonly version: number;
    readonly typing: Typing | null;
    readonly others: readonly { name: string; field: string | null }[];
  };
}

/** It was not taken: why, and so what to do. */
export class SendAgain {
  constructor(readonly standing: 'waiting' | 'signed-out' | 'too-large' | 'closed') {}
}

// What may be sent from a page that goes is little: what is more waits in the browser.
const MOST_ON_LEAVING = 60_000;
const PATIENCE_MS = 15_000;

const WHY: Readonly<Record<number, SendAgain['standing']>> = {
  401: 'signed-out',
  403: 'signed-out',
  404: 'closed',
  409: 'closed',
  413: 'too-large',
  422: 'too-large',
};

/** Asks the portal by a route, also while the page goes. */
export async function askBrowser<R extends keyof Answers>(
  route: R,
  kind: string,
  id: string,
  sent: object,
): Promise<Answers[R] | SendAgain> {
  const body = JSON.stringify(sent);
  try {
    const response = await fetch(`/api/${route}/${kind}/${id}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      keepalive: new Blob([body]).size < MOST_ON_LEAVING,
      signal: AbortSignal.timeout(PATIENCE_MS),
      cache: 'no-store',
    });
    return response.ok ? ((await response.json()) as Answers[R]) : new SendAgain(WHY[response.status] ?? 'waiting');
  } catch {
    return new SendAgain('waiting');
  }
}
