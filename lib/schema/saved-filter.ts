import { z } from 'zod';
import { Id, requiredText, text } from './fields';

const KEPT = ['state', 'region', 'uh', 'short', 'lacks', 'q', 'sort', 'descending'];

/** The words of an address that filter or sort, and no others. */
const query = text(1000).transform((typed) =>
  new URLSearchParams([...new URLSearchParams(typed)].filter(([name]) => KEPT.includes(name))).toString(),
);

/** A filter kept by name; `back` is the round it is kept from. */
export const KeepFilter = z.object({ name: requiredText(60), query, roundId: Id });
export const ForgetFilter = z.object({ id: Id, roundId: Id });
