import { INNSTILLING_FORM, kindInInnstilling, LINE_FIELDS, lineAt, lineField, type LineField } from './form';
import type { InnstillingHead, InnstillingLine } from './innstilling';
import { merge, only, type Changes, type SavedFields, type Typing } from '#lib/domain/form/merge';
import { keptFields, parse, print, soundIn, typingOf, valuesIn } from '#lib/domain/form/table';
import { done, type Decision } from '#lib/domain/outcome';

const LINE = INNSTILLING_FORM.lines.of;

/** An innstilling as it is written: its head, and a line for each need it says something of. */
export interface InnstillingDraft extends InnstillingHead {
  readonly lines: readonly InnstillingLine[];
}
/** What the form begins from before anybody has saved. */
export const UNWRITTEN: InnstillingDraft = { ...valuesIn(INNSTILLING_FORM, {}), lines: [] };

/** The form as it is kept: amounts as whole kroner, a priority as a number, nothing for nothing. */
export const tidiedDraft = (typing: Typing): Typing =>
  Object.fromEntries(Object.entries(keptFields(kindInInnstilling, typing)).filter(([, values]) => values.length > 0));

/** The fields of the form as a saved innstilling fills them. */
export const typingOfDraft = ({ lines, ...head }: InnstillingDraft): Typing =>
  tidiedDraft({
    ...typingOf(INNSTILLING_FORM, head),
    ...Object.fromEntries(
      lines.flatMap((line) =>
        LINE_FIELDS.map((field) => [lineField(field, line.needId), print(LINE[field], line[field])]),
      ),
    ),
  });

/**
 * What the form says while it is typed, with a line for each of these needs. What is not yet clear is not given;
 * saving judges it strictly.
 */
export const innstillingDraftIn = (typing: Typing, needIds: readonly string[]): InnstillingDraft => ({
  ...valuesIn(INNSTILLING_FORM, typing),
  lines: needIds.map((needId) => {
    const part = <F extends LineField>(field: F) => parse(LINE[field], typing[lineField(field, needId)] ?? []).value;
    return {
      needId,
      priority: part('priority'),
      network: part('network'),
      uh: part('uh'),
      reason: part('reason'),
      dissent: part('dissent'),
    };
  }),
});

/**
 * What a save changes: the innstilling as it stands after, with only the lines that are touched; what is wrong, and
 * what another has written where both have changed.
 */
export interface SavedDraft extends InnstillingDraft, SavedFields {
  readonly fields: readonly string[];
}

/**
 * A draft field by field: what is right is taken, whatever is wrong with the rest. A need that is no longer sent in
 * the round takes none.
 */
export function decideInnstilling(
  before: { draft: InnstillingDraft; needIds: readonly string[] },
  { began, typed }: Changes,
): Decision<SavedDraft> {
  const needOf = (field: string): string | null => lineAt(field)?.needId ?? null;
  const { sound, wrong } = soundIn(kindInInnstilling, typed);
  const sent = new Set<string | null>([null, ...before.needIds]);
  const fields = Object.keys(sound).filter((field) => sent.has(needOf(field)));
  const gone = Object.keys(sound).filter((field) => !sent.has(needOf(field)));
  const { typing, taken, clashes } = merge(typingOfDraft(before.draft), {
    began: tidiedDraft(only(began, fields)),
    typed: { ...only({}, fields), ...tidiedDraft(only(sound, fields)) },
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
