import type { FormWords } from '#components/saving/at-field';
import type { SentBehovsmelding } from '#lib/domain/innstilling/innstilling';
import { kindInInnstilling, LINE_FIELDS, lineAt, lineField } from '#lib/domain/innstilling/form';
import { formatKroner } from '#lib/domain/money/kroner';
import { DECISION_FORMS } from '#lib/domain/states';
import { formatKeptDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { formGiven } from '../../../../input';

/** What the fields of an innstilling are called, where they are, and what stands in them in words. */
export function draftWords(
  needs: readonly Pick<SentBehovsmelding, 'id' | 'title'>[],
  t: Pick<Texts, 'innstilling'>,
): FormWords {
  const words = t.innstilling;
  const head: Readonly<Record<string, string>> = {
    meetingOn: words.meetingOn,
    decisionForm: words.decisionForm,
    note: words.note,
    lines: words.needs,
  };
  const titles = new Map(needs.map(({ id, title }) => [id, title]));
  return {
    idOf: (field) => field,
    labelOf: (field) => {
      const at = lineAt(field);
      return at === null ? (head[field] ?? field) : `${titles.get(at.needId) ?? ''}, ${words.column[at.field]}`;
    },
    sayOf: (field, [value = '']) => {
      const form = DECISION_FORMS.find((one) => one === value);
      if (field === 'decisionForm' && form !== undefined) return words.form[form];
      if (field === 'meetingOn') return formatKeptDay(value);
      return /^\d+$/.test(value) && kindInInnstilling(field)?.kind === 'kroner' ? formatKroner(Number(value)) : value;
    },
  };
}

/** The form's fields as a delivery takes them: one line for each need it names, in the same order. */
export function innstillingInput(form: FormData): unknown {
  const given = formGiven(form);
  // Looked up once: asking the form for each field reads all of it each time.
  const values = new Map(given);
  const value = (name: string) => values.get(name) ?? null;
  const lines = given.getAll('needId').map((needId) => ({
    needId,
    ...Object.fromEntries(
      LINE_FIELDS.map((field) => [field, typeof needId === 'string' ? value(lineField(field, needId)) : null]),
    ),
  }));
  return {
    id: value('id'),
    version: value('version'),
    meetingOn: value('meetingOn'),
    decisionForm: value('decisionForm'),
    note: value('note'),
    anyway: value('anyway'),
    lines,
  };
}

/** The field of the form that an error's path speaks of: «lines.2.uh» is the third need's amount to the UH. */
export function fieldAt(path: string, needIds: readonly string[]): string {
  const [head = '', index = '', part = ''] = path.split('.');
  const needId = head === 'lines' ? needIds[Number(index)] : undefined;
  const field = LINE_FIELDS.find((one) => one === part);
  return needId === undefined || field === undefined ? path : lineField(field, needId);
}
