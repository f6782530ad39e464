import type { Changes, Typing } from '#lib/domain/form/merge';

// What is typed and not yet saved waits in the browser, apart for each person, form and tab.
const MARK = 'kladd';
const DAYS_30 = 30 * 86_400_000;

interface Copy extends Changes {
  readonly at: number;
}

const isTyping = (value: unknown): value is Typing =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((one) => Array.isArray(one) && one.every((text) => typeof text === 'string'));

function read(key: string): Copy | null {
  try {
    const copy: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof copy !== 'object' || copy === null || !('at' in copy) || !('began' in copy) || !('typed' in copy))
      return null;
    const { at, began, typed } = copy;
    return typeof at === 'number' && isTyping(began) && isTyping(typed) ? { at, began, typed } : null;
  } catch {
    return null;
  }
}

const keys = (): string[] => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${MARK}:`));
  } catch {
    return [];
  }
};

/** A name nobody else has: for a tab, or for a new row. */
export const freshId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The place of one form's copy in this tab. */
export const copyKey = (person: string, kind: string, id: string, tab: string): string =>
  [MARK, person, kind, id, tab].join(':');

/** Keeps what is not saved, or forgets it when all is. A browser that keeps nothing is no reason not to write. */
export function keepCopy(key: string, changes: Changes, now: number): void {
  try {
    if (Object.keys(changes.typed).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: now, ...changes } satisfies Copy));
  } catch {
    return;
  }
}

/** Holds the copy as this tab's own for as long as the tab lives, so that no other tab offers it as left behind. */
export function hold(key: string, until: Promise<void>): void {
  if ('locks' in navigator) void navigator.locks.request(key, () => until).catch(() => undefined);
}

/** What was left behind unsaved in this form, by a tab that is gone: the newest of each field, and where it is kept. */
export async function leftBehind(
  own: string,
  now: number,
): Promise<{ typed: Typing; at: number; keys: string[] } | null> {
  const form = own.slice(0, own.lastIndexOf(':') + 1);
  const held = 'locks' in navigator ? ((await navigator.locks.query()).held ?? []).map((lock) => lock.name) : [];
  for (const key of keys()) if (now - (read(key)?.at ?? now) > DAYS_30) localStorage.removeItem(key);
  const left = keys().filter((key) => key.startsWith(form) && key !== own && !held.includes(key));
  const copies = left.flatMap((key) => read(key) ?? []).sort((a, b) => a.at - b.at);
  const last = copies.at(-1);
  return last === undefined
    ? null
    : { typed: Object.assign({}, ...copies.map((copy) => copy.typed)) as Typing, at: last.at, keys: left };
}

export function forgetCopy(list: readonly string[]): void {
  for (const key of list) localStorage.removeItem(key);
}

/** What one person has waiting here, in whatever form. */
export const waitingOf = (person: string): string[] => keys().filter((key) => key.startsWith(`${MARK}:${person}:`));

let isThrownAway = false;
/** Forgets all that one person has waiting, who has been asked and leaves. */
export function throwAway(person: string): void {
  isThrownAway = true;
  forgetCopy(waitingOf(person));
}
/** Whether there is something here that a page should ask about before it goes. */
export const mayAsk = (): boolean => !isThrownAway;
