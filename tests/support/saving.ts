type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A change as the form sends it: each field that was changed, from what it began as (nothing, unless said) to what it is. */
export const change = (id: string, typed: Fields, began: Fields = {}) => {
  const all = (fields: Fields) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
  return { id, typed: all(typed), began: all(began) };
};
/** All of it was taken. */
export const done = { kind: 'done', value: { wrong: {}, clashes: {} } };
/** What was told as wrong, and nothing else. */
export const told = (wrong: Record<string, string>) => ({ kind: 'done', value: { wrong, clashes: {} } });
