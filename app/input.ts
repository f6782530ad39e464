type Value = string | Value[] | { [name: string]: Value };
const isGroup = (value: Value | undefined): value is { [name: string]: Value } =>
  typeof value === 'object' && !Array.isArray(value);

/** Sets a field at its path; a name that is both a text and a group stays what it was first. */
function put(into: { [name: string]: Value }, [head = '', ...rest]: readonly string[], text: string): void {
  const there = into[head];
  if (rest.length > 0) {
    const group = there === undefined ? (Object.create(null) as { [name: string]: Value }) : there;
    into[head] = group;
    if (isGroup(group)) put(group, rest, text);
  } else if (there === undefined) into[head] = text;
  else if (Array.isArray(there)) there.push(text);
  else if (typeof there === 'string') into[head] = [there, text];
}

/** What a server action was sent, as a form: an action called by hand may be sent anything, and what is no form has no fields. */
export const formGiven = (sent: unknown): FormData => (sent instanceof FormData ? sent : new FormData());

/** One text of a form; empty when it has none of that name. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** What an address says of the part that a form came from, after all else; nothing where the page has no parts. */
export function partOf(form: FormData): string {
  const part = textOf(form, 'part');
  return /^[1-9]\d{0,3}$/.test(part) ? `&del=${part}` : '';
}

/** A flat form as data; of a name sent twice the last counts. */
export const lastOf = (form: FormData): Record<string, unknown> => Object.fromEntries(formGiven(form));

/** A form as data: `uh.0.contact` is a field in a group, a name sent twice is a list. Files and the framework's own fields are left out. */
export function inputFrom(form: FormData): Record<string, unknown> {
  // Without a prototype, so that no name a form may send can reach one.
  const input = Object.create(null) as { [name: string]: Value };
  for (const [name, value] of formGiven(form))
    if (typeof value === 'string' && !name.startsWith('$ACTION')) put(input, name.split('.').slice(0, 4), value);
  return input;
}

/**
 * The files that were chosen under a name. Of an empty choice a browser sends an empty file without a name, which
 * reaches us as one called «undefined».
 */
export const filesIn = (sent: unknown, name: string): File[] =>
  formGiven(sent)
    .getAll(name)
    .filter((one): one is File => one instanceof File && !(one.size === 0 && ['', 'undefined'].includes(one.name)));
