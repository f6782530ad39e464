import type { Told } from '#lib/domain/behovsmelding/comment';
import type { FieldErrors } from '#lib/domain/outcome';
import type { FormState, Typed } from '../../answer';

/** What the form shows after a button: as any form after a no; or all is saved, and it goes on with a comment that is typed and not written. */
export type NeedState = FormState | { kind: 'said'; told: Told | null; typed: Typed };

/** What each button at the comments does. */
export const DEED = { kommentar: 'written', lost: 'resolved', apnet: 'reopened' } as const;
type Button = keyof typeof DEED;
/** A button at the comments, and the part or the comment that it is of. */
export type Pressed = readonly [Button, string];

const isButton = (name: string | undefined): name is Button => name !== undefined && Object.hasOwn(DEED, name);

/** Which button at the comments was pressed: «kommentar.behov», «lost.<comment>»; null for the form's others. */
export function pressedIn(next: string): Pressed | null {
  const [, button, of = ''] = /^([a-z]+)\.(.+)$/.exec(next) ?? [];
  return isButton(button) ? [button, of] : null;
}

/** Whether a comment is typed and not written: it is in no record, and would be lost with the page. */
export const hasUnsaid = (form: FormData): boolean =>
  [...form].some(
    ([name, value]) => /^kommentar\.[a-z]+$/.test(name) && typeof value === 'string' && value.trim() !== '',
  );

/** What is wrong with a comment, at the box and the choice it was typed in. */
export const atBox = (errors: FieldErrors, box: string): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, code]) => [name === 'field' ? `${box}.felt` : box, code]));
