const FIELDS = ['priority', 'network', 'uh', 'reason', 'dissent'] as const;
export type LineField = (typeof FIELDS)[number];

/** What a field of a need's line is called in the form. */
export const lineField = (field: LineField, needId: string): string => `${field}-${needId}`;

/** The form's fields as the command takes them: one line for each need it names, in the same order. */
export function inputFrom(form: FormData): unknown {
  const lines = form.getAll('need').map((needId) => ({
    needId, ...Object.fromEntries(FIELDS.map((field) => [field, typeof needId === 'string' ? form.get(lineField(field, needId)) : null])),
  }));
  return { id: form.get('id'), version: form.get('version'), meetingOn: form.get('meetingOn'), decisionForm: form.get('decisionForm'), note: form.get('note'), lines };
}

/** The field of the form that an error's path speaks of: «lines.2.uh» is the third need's amount to the UH. */
export function fieldAt(path: string, needIds: readonly string[]): { field: string; needId: string | null } {
  const [head = '', index = '', field = ''] = path.split('.');
  const needId = head === 'lines' ? needIds[Number(index)] : undefined;
  return needId === undefined ? { field: head, needId: null } : { field, needId };
}
