import { namesOf, type FormTable, type Kind, type ValueOf } from '#lib/domain/form/table';
import { DECISION_FORMS } from '#lib/domain/states';

/** When a line's field must be filled in before the innstilling can be delivered; each is judged in `innstilling.ts`. */
export type LineDemand = 'always' | 'under-request';

/** The forum's innstilling, in the order of its page: its head, and a line for each need that is sent in the round. */
export const INNSTILLING_FORM = {
  meetingOn: { part: 'head', kind: 'day', required: 'always' },
  decisionForm: { part: 'head', kind: 'choice', of: DECISION_FORMS, otherwise: 'agreement', must: true },
  note: { part: 'head', kind: 'long', max: 4000 },
  lines: {
    part: 'lines',
    kind: 'rows',
    of: {
      priority: { kind: 'whole', min: 1, max: 9999 },
      network: { kind: 'kroner', required: 'always' },
      uh: { kind: 'kroner', required: 'always' },
      reason: { kind: 'long', max: 2000, required: 'under-request' },
      dissent: { kind: 'long', max: 2000 },
    },
  },
} as const satisfies FormTable<'head' | 'lines', LineDemand>;

const LINE = INNSTILLING_FORM.lines.of;
export type LineField = keyof typeof LINE;
/** What the forum says of one need, in the order of the form. */
export const LINE_FIELDS = namesOf(LINE);
/** What a line says. */
export type LineValues = { -readonly [F in LineField]: ValueOf<(typeof LINE)[F]> };
/** When a field of a line must be filled in; undefined when it never must. */
export const demandOf = (field: LineField): LineDemand | undefined => {
  const line: Kind & { readonly required?: LineDemand } = LINE[field];
  return line.required;
};

/** What a field of a need's line is called in the form. */
export const lineField = (field: LineField, needId: string): string => `${field}-${needId}`;

/** The line and the field of it that a name in the form is; null when it is a field of the innstilling itself, or none. */
export function lineAt(name: string): { field: LineField; needId: string } | null {
  const [, part, needId] = /^([a-z]+)-([A-Za-z0-9-]{1,64})$/.exec(name) ?? [];
  const field = LINE_FIELDS.find((one) => one === part);
  return field === undefined || needId === undefined ? null : { field, needId };
}

/** How a field of this name is typed; null when the form has no such field. */
export function kindInInnstilling(name: string): Kind | null {
  const at = lineAt(name);
  if (at !== null) return LINE[at.field];
  return name === 'meetingOn' || name === 'decisionForm' || name === 'note' ? INNSTILLING_FORM[name] : null;
}
