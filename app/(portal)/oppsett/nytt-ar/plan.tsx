import { DataTable } from '#components/data-table';
import { Notice } from '#components/notice';
import { dayOf } from '#lib/domain/deadline';
import { formatKroner } from '#lib/domain/kroner';
import { DEADLINE_KINDS } from '#lib/domain/states';
import type { PlannedRound } from '#lib/domain/year';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Props = { t: Texts; row: PlannedRound; from: number; year: number };

/** One programme as it was and as it will be, line by line, with what changes and what is missing. */
export function Plan({ t, row, from, year }: Props) {
  const words = t.setup.year;
  const { was, now, missing, programme, open } = row;
  const compare = (a: string | null, b: string | null): string => (b === null ? words.missing : a === b ? words.same : words.changed);
  const lines = [
    { id: 'rules', cells: [words.rules, was.rules, now.rules, compare(was.rules, now.rules)] },
    { id: 'forum', cells: [words.forum, was.forum, now.forum, compare(was.forum, now.forum)] },
    ...DEADLINE_KINDS.map((kind) => {
      const [before, after] = [was.deadlines[kind], now.deadlines[kind]];
      const sameDay = dayOf(before).slice(5) === dayOf(after).slice(5);
      return { id: kind, cells: [t.round.lastDay(t.round.deadline[kind]), formatDate(before), formatDate(after), sameDay ? words.same : words.moved] };
    }),
    { id: 'budget', cells: [words.budget, row.budgetWas === null ? words.noBudget : formatKroner(row.budgetWas), null, open ? null : words.toWrite] },
  ];
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-xl font-semibold">{t.round.programme[programme]}</h2>
      {open && <Notice>{words.already}</Notice>}
      {missing.length > 0 && <Notice kind="warning"><ul>{missing.map((one) => <li key={one}>{words.stops[one]}</li>)}</ul></Notice>}
      <DataTable
        caption={t.round.programme[programme]} quietCaption
        columns={[{ key: 'what', header: words.what }, { key: 'was', header: words.was(from) }, { key: 'now', header: words.now(year) }, { key: 'difference', header: words.difference }]} rows={lines}
      />
    </section>
  );
}
