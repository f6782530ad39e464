import { BEHOVSMELDING } from './rows/behovsmelding';
import { INNSTILLING } from './rows/innstilling';
import { MESSAGE } from './rows/message';
import { PEOPLE } from './rows/people';
import { REPORT } from './rows/report';
import { ROUND } from './rows/round';
import { SETUP } from './rows/setup';
import { TILDELING } from './rows/tildeling';
import type { Subjects } from './subjects';

type Rows = readonly object[];
type KeyOf<Part> = Part extends unknown ? keyof Part : never;
type Doubled<Parts extends Rows> = Parts extends readonly [infer First, ...infer Rest extends Rows]
  ? (keyof First & KeyOf<Rest[number]>) | Doubled<Rest>
  : never;
type Once<Parts extends Rows> = [Doubled<Parts>] extends [never] ? Parts : { doubled: Doubled<Parts> };
type Joined<Parts extends Rows> = Parts extends readonly [infer First, ...infer Rest extends Rows]
  ? First & Joined<Rest>
  : unknown;

/** The rows of several nouns as one table; an action that has a row in two of them does not compile. */
export function joinedRows<const Parts extends Rows>(parts: Parts & Once<Parts>): Joined<Parts> {
  return Object.fromEntries(parts.flatMap((rows) => Object.entries(rows))) as Joined<Parts>;
}

/** Who may do what, when. The buttons and the gate both read it here. */
export const POLICY = joinedRows([ROUND, BEHOVSMELDING, INNSTILLING, TILDELING, REPORT, PEOPLE, MESSAGE, SETUP]);

export type Action = keyof typeof POLICY;
export type SubjectOf<A extends Action> = Subjects[(typeof POLICY)[A]['of']];
