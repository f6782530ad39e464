import type { RowOf, Typing } from '#lib/domain/form/merge';
import type { Sync } from '#lib/domain/form/sync';

/** Which record a form writes in, for whom, and how its fields belong together. */
export interface WrittenText {
  readonly kind: string;
  readonly id: string;
  readonly person: string;
  readonly version: number;
  readonly stored: Typing;
  readonly rowOf: RowOf;
  /** The form as its record keeps it, from what stands in the fields. */
  readonly whole: (typing: Typing) => Typing;
  /** What stands in the fields, with rows that have got their lasting name under that. */
  readonly renamed?: (typing: Typing) => Typing;
  /** What was typed and what both had changed, when the form came back from the server. */
  readonly typed?: Typing | undefined;
  readonly clashes?: Typing | undefined;
}

/**
 * How it goes with what is typed: nothing yet, on its way, safe, waiting for the network or for somebody to sign in,
 * or no longer taken.
 */
export type Standing = 'unchanged' | 'changed' | 'saving' | 'saved' | 'waiting' | 'signed-out' | 'too-large' | 'closed';
export interface Other {
  readonly name: string;
  readonly field: string | null;
}

export interface Snapshot {
  readonly standing: Standing;
  readonly savedAt: Date | null;
  readonly sync: Sync;
  readonly typed: Typing;
  readonly others: readonly Other[];
  /** What the page must put in its fields: the others' changes, or what was taken back. */
  readonly fill: Typing;
  readonly left: { readonly typed: Typing; readonly at: number; readonly keys: readonly string[] } | null;
}
