import { formGiven } from '../../../../input';

const FIELDS = ['priority', 'network', 'uh', 'reason', 'dissent'] as const;
export type LineField = (typeof FIELDS)[number];

/** What a field of a need's line is called in the form. */
export const lineField = (field: LineField, needId: string): string => `${field}-${needId}`;

/** The form's fields as the command takes them: one line for each need it names, in the same order. */
export function inputFrom(form: FormData): unknown {
  const given = formGiven(form);
  // Looked up once: asking the form for each field reads all of it each time.
  const values = new Map(given);
  const value = (name: string) => values.get(name) ?? null;
  const lines = given.getAll('need').map((needId) => ({
    needId, ...Object.fromEntries(FIELDS.map((field) => [field, typeof needId === 'string' ? value(lineField(field, needId)) : null])),
  }));
  return { id: value('id'), version: value('version'), meetingOn: value('meetingOn'), decisionForm: value('decisionForm'), note: value('note'), lines };
}

/** The field of the form that an error's path speaks of: «lines.2.uh» is the third need's amount to the UH. */
export function fieldAt(path: string, needIds: readonly string[]): { field: string; needId: string | null } {
  const [head = '', index = '', field = ''] = path.split('.');
  const needId = head === 'lines' ? needIds[Number(index)] : undefined;
  return needId === undefined ? { field: head, needId: null } : { field, needId };
}
