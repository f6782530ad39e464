import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { Empty } from '#components/notice';
import { Money } from '#components/money';
import { PageTitle } from '#components/page-title';
import { BehovsmeldingTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { coordinatorDesk, listBehovsmeldinger } from '#lib/queries/behovsmelding/list';
import { roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { Desk } from './desk';
import { lastDayIn } from './words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).behovsmelding.listTitle };
}

export default async function NeedsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const viewer = await currentContext();
  const list = await listBehovsmeldinger(await searchParams, viewer);
  const desk = await coordinatorDesk(await searchParams, viewer);
  if (list === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.behovsmelding;
  const { columns } = words;
  const create = list.mayCreate && (
    <ButtonLink weight="primary" href="/behovsmeldinger/ny">
      {words.create}
    </ButtonLink>
  );
  return (
    <>
      <PageTitle t={t} title={words.listTitle} under={words.listUnder} actions={list.rows.length > 0 && create} />
      {desk !== null && desk.owners.length > 0 && <Desk t={t} desk={desk} />}
      {desk !== null && desk.owners.length > 0 && (
        <h2 className="mb-4 text-xl font-semibold">{t.partners.desk.allTitle}</h2>
      )}
      {list.rows.length === 0 ? (
        <Empty title={words.empty[list.kind]} action={create}>
          {words.emptyText[list.kind]}
        </Empty>
      ) : (
        <DataTable
          quietCaption
          caption={words.listTitle}
          columns={[
            { key: 'title', header: columns.title },
            { key: 'owner', header: columns.owner },
            { key: 'round', header: columns.round },
            { key: 'asked', header: columns.asked, number: true },
            { key: 'egenandel', header: columns.egenandel, number: true },
            { key: 'deadline', header: columns.deadline },
            { key: 'state', header: columns.state },
          ]}
          rows={list.rows.map((row) => ({
            id: row.id,
            cells: [
              <Link key="title" className="ds-link" href={`/behovsmeldinger/${row.id}`}>
                {row.title === '' ? words.untitled : row.title}
              </Link>,
              row.ownerName,
              roundName(t, row),
              <Money
                key="asked"
                t={t}
                kroner={row.network === null || row.uh === null ? null : row.network + row.uh}
              />,
              <Money key="egenandel" t={t} kroner={row.egenandel} />,
              lastDayIn(row, t),
              <BehovsmeldingTag key="state" state={row.state} t={t} />,
            ],
          }))}
        />
      )}
      {list.pages > 1 && (
        <nav className="mt-6 flex items-center gap-4" aria-label={words.page(list.page, list.pages)}>
          {list.page > 1 && (
            <Link className="ds-link" href={`/behovsmeldinger?side=${list.page - 1}`}>
              {words.newer}
            </Link>
          )}
          <span>{words.page(list.page, list.pages)}</span>
          {list.page < list.pages && (
            <Link className="ds-link" href={`/behovsmeldinger?side=${list.page + 1}`}>
              {words.older}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
