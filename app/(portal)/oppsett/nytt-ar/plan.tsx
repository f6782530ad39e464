import Link from 'next/link';
import { DataTable } from '#components/data-table';
import { NoticeBox } from '#components/notice';
import { formatKroner } from '#lib/domain/money/kroner';
import { DEADLINE_KINDS } from '#lib/domain/states';
import type { PlannedRound } from '#lib/domain/setup/year';
import { formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Texts;
  row: PlannedRound;
  year: number;
  /** Where the county's deadlines for it are changed, for whoever may. */ days: string | null;
};

/** One programme as it was and as it will be, line by line, with what changes and what is missing. */
export function PlanTable({ t, row, year, days }: Props) {
  const words = t.setup.year;
  const { was, now, missing, programme, open } = row;
  const compare = (after: string | null, before: string | null | undefined): string =>
    after === null ? words.missing : before === undefined ? words.fresh : after === before ? words.same : words.changed;
  const lines = [
    { id: 'rules', cells: [words.rules, was?.rules, now.rules, compare(now.rules, was?.rules)] },
    { id: 'forum', cells: [words.forum, was?.forum, now.forum, compare(now.forum, was?.forum)] },
    ...DEADLINE_KINDS.map((kind) => {
      const [before, after] = [was?.deadlines[kind], now.deadlines[kind]];
      const moved = before === undefined ? words.fresh : before.slice(5) === after.slice(5) ? words.same : words.moved;
      return {
        id: kind,
        cells: [t.round.lastDay(t.round.deadline[kind]), before && formatDay(before), formatDay(after), moved],
      };
    }),
    {
      id: 'budget',
      cells: [
        words.budget,
        was && (was.budget === null ? words.noBudget : formatKroner(was.budget)),
        null,
        open ? null : words.toWrite,
      ],
    },
  ];
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-xl font-semibold">{t.round.programme[programme]}</h2>
      {open && <NoticeBox>{words.already}</NoticeBox>}
      {missing.length > 0 && (
        <NoticeBox kind="warning">
          <ul>
            {missing.map((one) => (
              <li key={one}>{words.stops[one]}</li>
            ))}
          </ul>
        </NoticeBox>
      )}
      <DataTable
        caption={t.round.programme[programme]}
        quietCaption
        columns={[
          { key: 'what', header: words.what },
          { key: 'was', header: was === null ? words.never : words.was(was.year) },
          { key: 'now', header: words.now(year) },
          { key: 'difference', header: words.difference },
        ]}
        rows={lines}
      />
      {days !== null && !open && (
        <p className="mt-3">
          <Link className="ds-link" href={days}>
            {words.toDays(t.round.short[programme])}
          </Link>
        </p>
      )}
    </section>
  );
}
