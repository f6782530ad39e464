import { DataTable } from '#components/data-table';
import { lasts, type HeldRole } from '#lib/domain/people';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { DataForm } from '../../data-form';
import { end } from './actions';
import { untilWords } from './days';

type Props = { t: Texts; caption: string; held: readonly HeldRole[]; today: string; ends: boolean };

const roleName = (one: HeldRole, t: Texts): string => (one.role === 'system' || one.role === 'public' ? '' : t.auth.roles[one.role]);

/** Who holds what, from when to when; with a form at each that may be taken back. */
export function RoleTable({ t, caption, held, today, ends }: Props) {
  const words = t.people.page;
  const columns = [{ key: 'name', header: words.name }, { key: 'role', header: words.role }, { key: 'from', header: words.from }, { key: 'to', header: words.to }];
  const rows = held.map((one) => ({
    id: one.id,
    cells: [
      <span key="who"><span className="block font-medium">{one.name}</span><span className="text-sm font-normal break-all text-quiet">{one.email}</span></span>,
      roleName(one, t), formatDate(one.from), untilWords(one, t),
      ...(ends ? [lasts(one, today) && <EndForm key="end" t={t} one={one} today={today} />] : []),
    ],
  }));
  return <DataTable caption={caption} columns={ends ? [...columns, { key: 'end', header: words.end }] : columns} rows={rows} />;
}

/** Takes one role back: folded to one line until it is wanted. */
export function EndForm({ t, one, today }: { t: Texts; one: HeldRole; today: string }) {
  const words = t.people.page;
  return (
    <DataForm
      id={`slutt-${one.id}`} action={end} hidden={{ id: one.id }} submit={words.endSubmit} weight="secondary"
      fold={{ title: words.end, label: words.endLabel(one.name, roleName(one, t).toLowerCase()) }} fields={[{ kind: 'date', name: 'on', label: words.endOn, value: today }]}
    />
  );
}
