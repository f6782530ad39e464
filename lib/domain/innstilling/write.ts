import type { InnstillingHead, InnstillingLine } from './innstilling';
import { merge, only, tidy, type Changes, type SavedFields, type Typing } from '#lib/domain/form/merge';
import { done, type Decision, type FieldErrors } from '#lib/domain/outcome';
import { DECISION_FORMS } from '#lib/domain/states';
import { typedDay, typedKroner, typedWhole } from '#lib/domain/form/typed';

/** What the forum says of one need, in the order of the form. */
export const LINE_FIELDS = ['priority', 'network', 'uh', 'reason', 'dissent'] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/** An innstilling as it is written: its head, and a line for each need it says something of. */
export interface InnstillingDraft extends InnstillingHead {
  readonly lines: readonly InnstillingLine[];
}
/** What the form begins from before anybody has saved. */
export const UNWRITTEN: InnstillingDraft = { meetingOn: null, decisionForm: 'agreement', note: '', lines: [] };

/** What a field of a need's line is called in the form. */
export const lineField = (field: LineField, needId: string): string => `${field}-${needId}`;

/** The line and the field of it that a name in the form is; null when it is a field of the innstilling itself, or none. */
export function lineAt(name: string): { field: LineField; needId: string } | null {
  const [, part, needId] = /^([a-z]+)-([A-Za-z0-9-]{1,64})$/.exec(name) ?? [];
  const field = LINE_FIELDS.find((one) => one === part);
  return field === undefined || needId === undefined ? null : { field, needId };
}

function kept(name: string, values: readonly string[]): readonly string[] {
  const said = tidy(values);
  const [value = ''] = said;
  switch (lineAt(name)?.field) {
    case 'network':
    case 'uh':
      return tidy([String(typedKroner(value) ?? value)]);
    case 'priority':
      return tidy([String(typedWhole(value) ?? value)]);
    default:
      return said;
  }
}

/** The form as it is kept: amounts as whole kroner, a priority as a number, nothing for nothing. */
export const tidiedDraft = (typing: Typing): Typing =>
  Object.fromEntries(
    Object.entries(typing)
      .map(([name, values]) => [name, kept(name, values)] as const)
      .filter(([, values]) => values.length > 0),
  );

/** The fields of the form as a saved innstilling fills them. */
export const typingOfDraft = ({ meetingOn, decisionForm, note, lines }: InnstillingDraft): Typing =>
  tidiedDraft({
    meetingOn: [meetingOn?.toISOString().slice(0, 10) ?? ''],
    decisionForm: [decisionForm],
    note: [note],
    ...Object.fromEntries(
      lines.flatMap((line) => LINE_FIELDS.map((field) => [lineField(field, line.needId), [String(line[field] ?? '')]])),
    ),
  });

/** What the form says while it is typed, with a line for each of these needs. What is not yet clear is not given; saving judges it strictly. */
export function innstillingDraftIn(typing: Typing, needIds: readonly string[]): InnstillingDraft {
  const said = (name: string): string => (typing[name]?.[0] ?? '').trim();
  return {
    meetingOn: typedDay(said('meetingOn')),
    decisionForm: DECISION_FORMS.find((form) => form === said('decisionForm')) ?? UNWRITTEN.decisionForm,
    note: said('note'),
    lines: needIds.map((needId) => {
      const part = (field: LineField) => said(lineField(field, needId));
      return {
        needId,
        priority: typedWhole(part('priority')),
        network: typedKroner(part('network')),
        uh: typedKroner(part('uh')),
        reason: part('reason'),
        dissent: part('dissent'),
      };
    }),
  };
}

/** What a save changes: the innstilling as it stands after, with only the lines that are touched; what is wrong, and what another has written where both have changed. */
export interface SavedDraft extends InnstillingDraft, SavedFields {
  readonly fields: readonly string[];
}

/** A draft field by field: what is right is taken, whatever is wrong with the rest. A need that is no longer sent in the round takes none. */
export function decideInnstilling(
  before: { draft: InnstillingDraft; needIds: readonly string[] },
  { began, typed, wrong }: Changes & { wrong: FieldErrors },
): Decision<SavedDraft> {
  const needOf = (field: string): string | null => lineAt(field)?.needId ?? null;
  const gone = Object.keys(typed).filter((field) => {
    const id = needOf(field);
    return id !== null && !before.needIds.includes(id);
  });
  const fields = Object.keys(typed).filter((field) => !gone.includes(field));
  const { typing, taken, clashes } = merge(typingOfDraft(before.draft), {
    began: tidiedDraft(only(began, fields)),
    typed: { ...only({}, fields), ...tidiedDraft(only(typed, fields)) },
  });
  const touched = new Set(taken.map(needOf));
  return done({
    ...innstillingDraftIn(
      typing,
      before.needIds.filter((id) => touched.has(id)),
    ),
    fields: taken,
    stored: only(typing, fields),
    clashes,
    wrong: { ...Object.fromEntries(gone.map((field) => [field, 'need-not-sent' as const])), ...wrong },
  });
}
