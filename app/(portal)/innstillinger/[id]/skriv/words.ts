import type { FormWords } from '#components/saving/at-field';
import type { SentNeed } from '#lib/domain/innstilling/innstilling';
import { lineAt } from '#lib/domain/innstilling/write';
import { formatKroner } from '#lib/domain/money/kroner';
import { DECISION_FORMS } from '#lib/domain/states';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** What the fields of an innstilling are called, where they are, and what stands in them in words. */
export function draftWords(needs: readonly Pick<SentNeed, 'id' | 'title'>[], t: Texts): FormWords {
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
      if (field === 'meetingOn' && /^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(new Date(value));
      return /^\d+$/.test(value) && ['network', 'uh'].includes(lineAt(field)?.field ?? '')
        ? formatKroner(Number(value))
        : value;
    },
  };
}
