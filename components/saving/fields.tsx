import { tidy, type Typing } from '#lib/domain/form/merge';

// What a form says of itself, beside its fields; what begins with a dollar sign is the framework's own.
const ITSELF = new Set(['id', 'version', 'began', 'do', 'side', 'lists', 'steg', 'needId', 'anyway', 'part']);
// A comment stands in the form, and is written by a button of its own.
const BESIDE = /^(?:\$|kommentar\.)/;
/** The fields of what a form sends, without what it says of itself. */
export const fieldsIn = (sent: Typing): Typing =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => !BESIDE.test(name) && !ITSELF.has(name)));

/** What stands in a form now, each field with all its values. */
export function fieldsOf(form: HTMLFormElement): Typing {
  const typed = new Map<string, string[]>();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') typed.set(name, [...(typed.get(name) ?? []), value]);
  // Boxes of which none is ticked are sent as nothing at all.
  const lists = typed.get('lists') ?? [];
  return fieldsIn({ ...Object.fromEntries(lists.map((name) => [name, []])), ...Object.fromEntries(typed) });
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** Puts these values in the fields on the page, and leaves the cursor where it is. */
export function fill(form: HTMLFormElement, values: Typing, whole: (typing: Typing) => Typing): void {
  for (const control of [...form.elements].filter(isControl)) {
    const given = values[control.name];
    if (given === undefined || control.type === 'hidden') continue;
    if (control.type === 'checkbox' || control.type === 'radio') {
      if (control instanceof HTMLInputElement) control.checked = given.includes(control.value);
      continue;
    }
    const [value = ''] = given;
    const stands = whole({ ...fieldsOf(form), [control.name]: [control.value] })[control.name];
    if (tidy(stands).join() === value || control.value === value) continue;
    const [start, end] =
      control instanceof HTMLSelectElement ? [null, null] : [control.selectionStart, control.selectionEnd];
    control.value = value;
    if (start !== null && document.activeElement === control && !(control instanceof HTMLSelectElement))
      control.setSelectionRange(start, end);
    control.dispatchEvent(new Event('input', { bubbles: true }));
    // An amount is tidied when one leaves its box.
    if (document.activeElement !== control) control.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  }
}
