/** The tildelinger that a page showed, each in its version, as one text for the form to send. */
export const shownText = (shown: readonly { id: string; version: number }[]): string =>
  shown.map(({ id, version }) => `${id}:${String(version)}`).join(' ');

/** The same as the commands take it, who judge it: one without its version is in none that there is. */
export function shownIn(text: string): { ids: string[]; versions: Record<string, string> } {
  const each = text.split(' ').flatMap((one): [string, string][] => {
    const [id = '', version = ''] = one.split(':');
    return id === '' ? [] : [[id, version]];
  });
  return { ids: each.map(([id]) => id), versions: Object.fromEntries(each) };
}
