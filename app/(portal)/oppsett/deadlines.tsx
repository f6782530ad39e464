import Link from 'next/link';
import { DataTable } from '#components/data-table';
import { DEADLINE_KINDS } from '#lib/domain/states';
import type { SetupPage } from '#lib/queries/setup';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { Section } from './section';

/** The days of the deadlines in every year, by programme. */
export function Deadlines({ t, page: { setup, deadlines, nextYear, edits } }: { t: Texts; page: SetupPage }) {
  const words = t.setup;
  const columns = [
    { key: 'programme', header: words.programme },
    ...DEADLINE_KINDS.map((kind) => ({ key: kind, header: t.round.deadline[kind] })),
    { key: 'source', header: words.source },
    ...(edits ? [{ key: 'edit', header: words.edit, act: true }] : []),
  ];
  return (
    <Section title={words.deadlines} body={words.deadlinesBody(nextYear)}>
      <DataTable
        caption={words.deadlines}
        quietCaption
        columns={columns}
        rows={deadlines.map(({ programme, days, own }) => ({
          id: programme,
          cells: [
            t.round.short[programme],
            ...DEADLINE_KINDS.map((kind) => formatDate(new Date(days[kind]))),
            own ? words.ours : words.standard,
            ...(edits
              ? [
                  <Link
                    key="edit"
                    className="ds-link"
                    aria-label={t.setup.day.title(t.round.short[programme])}
                    href={`/oppsett/frister/${programme}?fylke=${setup.countyId}&aar=${nextYear}`}
                  >
                    {words.edit}
                  </Link>,
                ]
              : []),
          ],
        }))}
      />
    </Section>
  );
}
