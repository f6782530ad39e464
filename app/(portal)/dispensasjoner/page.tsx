import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DataTable } from '#components/data-table';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { listOfDispensations } from '#lib/queries/behovsmelding/comment';
import { formatDate, roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).dispensation.listTitle };
}

export default async function DispensationsPage() {
  const rows = await listOfDispensations({}, await currentContext());
  if (rows === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.dispensation;
  const { columns } = words;
  return (
    <>
      <PageTitle t={t} title={words.listTitle} />
      {rows.length === 0 ? (
        <Empty title={words.empty}>{words.emptyText}</Empty>
      ) : (
        <DataTable
          quietCaption
          caption={words.listTitle}
          columns={[
            { key: 'title', header: columns.title },
            { key: 'owner', header: columns.owner },
            { key: 'rule', header: columns.rule },
            { key: 'asked', header: columns.askedAt },
            { key: 'state', header: columns.state },
          ]}
          rows={rows.map((row) => ({
            id: row.id,
            cells: [
              <Link key="title" className="ds-link" href={`/dispensasjoner/${row.id}`}>
                {row.title === null ? roundName(t, row) : row.title === '' ? t.behovsmelding.untitled : row.title}
              </Link>,
              row.ownerName ?? row.regionName ?? words.wholeRound,
              words.rule[row.rule],
              formatDate(row.askedAt),
              words.state[row.state],
            ],
          }))}
        />
      )}
    </>
  );
}
