import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DataTable } from '#components/data-table';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { isOver } from '#lib/domain/region';
import { regionsPage } from '#lib/queries/region';
import { textsFor } from '#lib/texts/texts';
import { DataForm } from '../../data-form';
import { requestLocale } from '../../locale';
import { createRegionHere } from './actions';
import { regionState } from './[id]/parts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).people.region.title };
}

/** The regions of the county, with their members today. */
export default async function Regions() {
  const t = textsFor(await requestLocale());
  const page = await regionsPage({}, await currentContext());
  if (page === null) notFound();
  const words = t.people.region;
  const columns = [
    { key: 'name', header: words.one },
    { key: 'members', header: words.members },
    { key: 'tiltak', header: words.tiltak, number: true },
  ];
  const table = (caption: string, regions: typeof page.regions) => (
    <DataTable
      caption={caption}
      quietCaption
      columns={columns}
      rows={regions.map((region) => ({
        id: region.id,
        cells: [
          <span key="name">
            <Link className="ds-link" href={`/regioner/${region.id}`}>
              {region.name}
            </Link>
            {region.dissolvedOn !== null && (
              <span className="block text-sm font-normal text-quiet">{regionState(region, page.now, t)}</span>
            )}
          </span>,
          region.members.length === 0 ? (
            <span key="none" className="text-quiet">
              {words.noMembers}
            </span>
          ) : (
            region.members.join(', ')
          ),
          region.tiltak,
        ],
      }))}
    />
  );
  const [over, standing] = [
    page.regions.filter((one) => isOver(one, page.now)),
    page.regions.filter((one) => !isOver(one, page.now)),
  ];
  return (
    <>
      <PageTitle t={t} title={words.title} under={words.under} />
      {standing.length === 0 ? <Empty title={words.none}>{words.noneBody}</Empty> : table(words.title, standing)}
      {over.length > 0 && (
        <section className="mt-12">
          <h2 className="text-xl font-semibold">{words.dissolvedTitle}</h2>
          <p className="mt-2 mb-3 text-quiet">{words.dissolvedList}</p>
          {table(words.dissolvedTitle, over)}
        </section>
      )}
      {page.creates.map((countyId) => (
        <section key={countyId} className="mt-12">
          <h2 className="mb-6 text-xl font-semibold">{words.add}</h2>
          <DataForm
            id={`ny-${countyId}`}
            action={createRegionHere}
            hidden={{ countyId }}
            submit={words.create}
            fields={[{ kind: 'text', name: 'name', label: words.name, size: 30 }]}
          />
        </section>
      ))}
    </>
  );
}
