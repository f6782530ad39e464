import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { OutcomeTag, TildelingTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { tildelinger } from '#lib/queries/tildeling';
import { formatAmount, roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).tildeling.title };
}

/** The tildelinger that the reader has to do with. */
export default async function TildelingerPage({
  searchParams,
}: {
  searchParams: Promise<{ side?: string | string[] }>;
}) {
  const { side } = await searchParams;
  const list = await tildelinger({ page: side ?? '' }, await currentContext());
  if (list === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.tildeling;
  const c = words.columns;
  const { rows, count, page, size } = list;
  return (
    <>
      <PageTitle t={t} title={words.title} under={words.intro} />
      {rows.length === 0 ? (
        <Empty title={words.empty.title}>
          <p>{words.empty.text}</p>
        </Empty>
      ) : (
        <>
          <DataTable
            caption={words.title}
            quietCaption
            columns={[
              { key: 't', header: c.title },
              { key: 'r', header: c.reference },
              { key: 'e', header: c.owner },
              { key: 'k', header: c.round },
              { key: 'n', header: c.network, number: true },
              { key: 'u', header: c.uh, number: true },
              { key: 's', header: c.sum, number: true },
              { key: 'o', header: c.outcome },
              { key: 'z', header: c.state },
            ]}
            rows={rows.map((row) => ({
              id: row.id,
              cells: [
                <Link key="t" className="ds-link" href={`/tildelinger/${row.id}`}>
                  {row.title}
                </Link>,
                <span key="r" className="whitespace-nowrap">
                  {row.reference}
                </span>,
                row.ownerName,
                roundName(t, { programme: row.programme, year: row.year }),
                formatAmount(row.network),
                formatAmount(row.uh),
                formatAmount(row.network + row.uh),
                <OutcomeTag key="o" t={t} outcome={row.outcome} />,
                <TildelingTag key="z" t={t} state={row.state} />,
              ],
            }))}
          />
          <div className="mt-6 flex flex-wrap items-center gap-4">
            <p className="text-quiet">
              {words.count(`${(page - 1) * size + 1}–${(page - 1) * size + rows.length}`, count)}
            </p>
            {page > 1 && <ButtonLink href={`/tildelinger?side=${page - 1}`}>{words.previous}</ButtonLink>}
            {page * size < count && <ButtonLink href={`/tildelinger?side=${page + 1}`}>{words.next}</ButtonLink>}
          </div>
        </>
      )}
    </>
  );
}
