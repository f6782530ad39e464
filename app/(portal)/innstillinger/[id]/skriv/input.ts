import { LINE_FIELDS, lineField } from '#lib/domain/innstilling/write';
import { formGiven } from '../../../../input';

/** The form's fields as a delivery takes them: one line for each need it names, in the same order. */
export function inputFrom(form: FormData): unknown {
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
