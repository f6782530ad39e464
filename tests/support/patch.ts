import type { Source } from './sources';

/** One edit of a diff: a file, and what stands there before and after; nothing before in a file that is new. */
export interface FileEdit {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The edits that a page of documentation shows, one for each of its diffs. */
export const editsIn = (page: string): FileEdit[] =>
  [...page.matchAll(/^```diff\n--- (\S+)\n\+\+\+ b\/(\S+)\n@@\n([^`]+)```$/gm)].map(([, , path = '', body = '']) => {
    const lines = body.split('\n').filter((line) => line !== '');
    const side = (sign: string) => lines.filter((line) => !line.startsWith(sign)).map((line) => `${line.slice(1)}\n`);
    return { path, before: side('+').join(''), after: side('-').join('') };
  });

/** The text with an edit made. Refuses one whose place is not there, or there twice. */
export function edited(text: string, { path, before, after }: FileEdit): string {
  const [start = '', end, ...more] = before === '' ? ['', text] : text.split(before);
  if (end === undefined || more.length > 0) throw new Error(`The edit of ${path} has no place, or more than one.`);
  return start + after + end;
}

/** Fields that no page of a form asks for, by name; of what is written in rows, its table stands for it. */
export const notAsked = (names: readonly string[], pages: readonly Source[]): string[] =>
  names.filter((name) => !pages.some(({ text }) => new RegExp(`(?:name=|field\\(|id=)["']${name}["']`).test(text)));
