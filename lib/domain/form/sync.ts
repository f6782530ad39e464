import type { FieldErrors } from '#lib/domain/outcome';
import { changesOf, only, sameIn, type Changes, type RowOf, type Typing } from './merge';

/** How a form on a screen stands to its record: what the record is known to say, what both have changed, and what it would not take. */
export interface Sync {
  readonly base: Typing;
  /** What another has written, at each field that both have changed and one has not yet chosen for. */
  readonly clashes: Typing;
  readonly wrong: FieldErrors;
  /** What was typed where it is wrong: it is sent again when it has been changed. */
  readonly refused: Typing;
}

export const begin = (base: Typing): Sync => ({ base, clashes: {}, wrong: {}, refused: {} });

/** What the record says to a save: the fields it would not take, and those that another has changed too. */
export interface Answer {
  readonly clashes: Typing;
  readonly wrong: FieldErrors;
}

/** What is typed and not known to be saved. */
export const unsaved = ({ base }: Sync, typed: Typing): Changes => changesOf(base, typed);

/** What to send now; null when there is nothing, or only what waits for a choice or a correction. */
export function toSend(sync: Sync, typed: Typing): Changes | null {
  const { began, typed: now } = unsaved(sync, typed);
  const fields = Object.keys(now).filter(
    (field) => !(field in sync.clashes) && !(field in sync.refused && sameIn(sync.refused, now, field)),
  );
  return fields.length === 0 ? null : { began: only(began, fields), typed: only(now, fields) };
}

const without = <V>(all: Readonly<Record<string, V>>, fields: readonly string[]): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(all).filter(([field]) => !fields.includes(field)));

/** After an answer to what was sent: what was taken is what the record says now. */
export function answered(sync: Sync, { typed: sent }: Changes, { clashes, wrong }: Answer): Sync {
  const fields = Object.keys(sent);
  const refused = fields.filter((field) => field in wrong);
  const taken = fields.filter((field) => !(field in clashes) && !(field in wrong));
  return {
    base: { ...sync.base, ...only(sent, taken) },
    clashes: { ...sync.clashes, ...clashes },
    wrong: { ...without(sync.wrong, fields), ...wrong },
    refused: { ...without(sync.refused, fields), ...only(sent, refused) },
  };
}

/** What the others have changed, for the form to show. Nothing that is typed and not saved is touched, nor the row it stands in. */
export function received(sync: Sync, typed: Typing, stored: Typing, rowOf: RowOf): { sync: Sync; fill: Typing } {
  const mine = Object.keys(unsaved(sync, typed).typed);
  const rows = new Set(mine.map(rowOf));
  const free = (field: string) => {
    const row = rowOf(field);
    return !mine.includes(field) && (row === null || !rows.has(row));
  };
  const fresh = Object.keys(changesOf(sync.base, stored).typed).filter(free);
  const clashes = only(stored, Object.keys(sync.clashes));
  return { sync: { ...sync, base: { ...sync.base, ...only(stored, fresh) }, clashes }, fill: only(stored, fresh) };
}

/** The choice at a field that both have changed: from now on what one keeps is a change of what the other wrote. */
export function chosen(sync: Sync, field: string, typed: Typing, rowOf: RowOf): Sync {
  const theirs = sync.clashes[field] ?? [];
  const row = rowOf(field);
  // A row that the other took away is written anew, with all that stands in it.
  const again = row === null || theirs.length > 0 ? [] : Object.keys(typed).filter((one) => rowOf(one) === row);
  return {
    ...sync,
    base: { ...sync.base, ...only({}, again), [field]: theirs },
    clashes: without(sync.clashes, [field]),
  };
}

/** What stands in a form with the others' changes put in. A row that was taken away is no longer there, even empty. */
export function shown(typed: Typing, fill: Typing, rowOf: RowOf): Typing {
  const all = { ...typed, ...fill };
  const rows = new Set(
    Object.keys(fill)
      .map(rowOf)
      .filter((row) => row !== null),
  );
  const isGone = (row: string) =>
    Object.keys(all)
      .filter((field) => rowOf(field) === row)
      .every((field) => sameIn(all, {}, field));
  const gone = new Set([...rows].filter(isGone));
  return Object.fromEntries(Object.entries(all).filter(([field]) => !gone.has(rowOf(field) ?? '')));
}
