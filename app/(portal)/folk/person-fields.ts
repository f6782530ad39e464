import type { Texts } from '#lib/texts/texts';
import type { FieldSpec } from '../../data-form';

/** Who is to have a role, and when: the same questions wherever a role is given. */
export const personFields = (t: Texts, today: string, between: readonly FieldSpec[] = []): FieldSpec[] => {
  const words = t.people.page;
  return [
    { kind: 'text', name: 'name', label: words.name, size: 30 },
    { kind: 'email', name: 'email', label: words.email, description: words.emailHelp, size: 30 },
    ...between,
    { kind: 'date', name: 'from', label: words.firstDay, value: today },
    {
      kind: 'date',
      name: 'lastDay',
      label: words.lastDay,
      note: t.common.form.optional,
      description: words.lastDayHelp,
    },
  ];
};
