import type { Day } from '#lib/domain/day';
import { lastDay } from '#lib/domain/people/delegation';
import { type HeldRole, lasts } from '#lib/domain/people/people';
import { formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { DataForm, type FieldSpec } from '../../data-form';
import { endRoleHere } from './actions';

/** When something holds, as people say it: it may have no end, or never have held at all. */
export function periodWords({ from, to }: { from: Day; to: Day | null }, today: Day, t: Texts): string {
  const words = t.people.page;
  const last = lastDay({ to });
  if (to === null || last === null) return from <= today ? words.since(formatDay(from)) : words.notYet(formatDay(from));
  return to <= from ? words.never : words.period(formatDay(from), formatDay(last));
}

/** Who is to have a role, and when: the same questions wherever a role is given. */
export const personFields = (t: Texts, today: Day, between: readonly FieldSpec[] = []): FieldSpec[] => {
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

type Props = { t: Texts; title: string; held: readonly HeldRole[]; today: Day; ends: boolean };

const roleName = (one: HeldRole, t: Texts): string =>
  one.role === 'system' || one.role === 'public' ? '' : t.auth.roles[one.role];

/** Each person once, with what they hold and when; and a form at each role that may be taken back. */
export function RoleList({ t, title, held, today, ends }: Props) {
  const people = [...new Map(held.map((one) => [one.userId, one])).values()];
  return (
    <section>
      <h2 className="mb-3 text-xl font-semibold">{title}</h2>
      <ul className="max-w-[60rem] border-t border-line">
        {people.map(({ userId, name, email, unreached }) => (
          <li key={userId} className="grid gap-x-8 gap-y-2 border-b border-line py-3 sm:grid-cols-[18rem_1fr]">
            <div>
              <p className="font-medium">{name}</p>
              <p className="text-sm break-all text-quiet">{email}</p>
              {unreached && <p className="text-sm text-warn">{t.people.page.unreached}</p>}
            </div>
            <ul className="grid content-start gap-1">
              {held
                .filter((one) => one.userId === userId)
                .map((one) => (
                  <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-6">
                    <span>
                      {roleName(one, t)} <span className="text-sm text-quiet">{periodWords(one, today, t)}</span>
                    </span>
                    {ends && lasts(one, today) && <EndRoleForm t={t} one={one} today={today} />}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Takes one role back: folded to one line until it is wanted. */
export function EndRoleForm({ t, one, today }: { t: Texts; one: HeldRole; today: Day }) {
  const words = t.people.page;
  return (
    <DataForm
      id={`slutt-${one.id}`}
      action={endRoleHere}
      hidden={{ id: one.id }}
      submit={words.endSubmit}
      weight="secondary"
      fold={{ title: words.end, label: words.endLabel(one.name, roleName(one, t).toLowerCase()) }}
      fields={[{ kind: 'date', name: 'on', label: words.endOn, value: today }]}
    />
  );
}
