/** All that a page was given, as one text to look for words in. */
export const told = (page: unknown): string =>
  JSON.stringify(page ?? null, (_name, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
