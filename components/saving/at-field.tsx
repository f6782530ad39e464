'use client';

import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { useTexts } from '#components/locale';
import type { Saver } from '#components/saving/saver';
import type { Typing } from '#lib/domain/form/merge';
import { formTexts } from '#lib/texts/browser/form';

export interface FormWords {
  /** A field by its label: «Mål». */
  readonly labelOf: (field: string) => string;
  /** What is in a field, in words. */
  readonly sayOf: (field: string, values: readonly string[]) => string;
  /** Where the field is on the page. */
  readonly idOf: (field: string) => string;
  /** Where it is when that is another page than this one. */
  readonly hrefOf?: (field: string) => string | undefined;
}
interface Here extends FormWords {
  readonly saver: Saver;
  readonly typed: Typing;
  readonly clashes: Typing;
}

const never = () => () => undefined;
const Clashes = createContext<Here | null>(null);

/** Lets each field of a form show what another has written in it meanwhile. */
export function WithClashes({ children, ...here }: Here & { children: ReactNode }) {
  return <Clashes value={here}>{children}</Clashes>;
}

/**
 * At a field that two have changed: both texts side by side, and the choice between them. Of boxes to tick, `list` is their
 * name: none ticked is sent as nothing at all, so the form says that they were there.
 */
export function AtField({ id, list }: { id: string; list?: string }) {
  const here = useContext(Clashes);
  if (here === null) return null;
  const field = Object.keys(here.clashes).find((one) => here.idOf(one) === id);
  return (
    <>
      {list !== undefined && <input type="hidden" name="lists" value={list} />}
      {field !== undefined && <Clash here={here} field={field} />}
    </>
  );
}

function Clash({ here: { saver, typed, clashes, labelOf, sayOf }, field }: { here: Here; field: string }) {
  const t = useTexts(formTexts).saving;
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const mine = typed[field] ?? [];
  const theirs = clashes[field] ?? [];
  const isText =
    mine.length < 2 &&
    theirs.length < 2 &&
    [...mine, ...theirs].some((text) => text.length > 40 || text.includes('\n'));
  // Without script a button sends the form, which takes what is saved in place of this field; saving again keeps one's own.
  const button = (words: string, values: readonly string[], weight: string, value: string) => (
    <button
      type="submit"
      name="do"
      value={value}
      className="ds-button"
      data-size="sm"
      data-variant={weight}
      onClick={(event) => {
        event.preventDefault();
        saver.choose(field, values);
      }}
    >
      {words}
      <span className="ds-sr-only">, {labelOf(field)}</span>
    </button>
  );
  return (
    <div
      role="group"
      aria-label={`${t.clashTitle}: ${labelOf(field)}`}
      className="my-2 max-w-[42rem] rounded-md border-l-4 border-warn-edge bg-warn-tint px-4 py-3 text-start text-base font-normal whitespace-normal"
    >
      <p className="text-sm">{t.clash}</p>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <ConflictSide title={t.mine} text={sayOf(field, mine)} />
        <ConflictSide title={t.theirs} text={sayOf(field, theirs)} />
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        {button(t.keepMine, mine, 'primary', 'save')}
        {button(t.takeTheirs, theirs, 'secondary', `theirs:${field}`)}
        {isText &&
          isLive &&
          mine.length + theirs.length > 1 &&
          button(t.keepBoth, [`${theirs.join()}\n\n${mine.join()}`], 'secondary', 'save')}
      </div>
    </div>
  );
}

/** One of two texts, with whose it is. */
export function ConflictSide({ title, text }: { title: string; text: string }) {
  const t = useTexts(formTexts).saving;
  return (
    <div className="min-w-0">
      <p className="text-sm font-medium">{title}</p>
      <p
        className="max-h-60 overflow-y-auto rounded-sm bg-paper px-3 py-2 break-words whitespace-pre-line"
        tabIndex={0}
      >
        {text === '' ? <span className="text-quiet">{t.nothing}</span> : text}
      </p>
    </div>
  );
}
