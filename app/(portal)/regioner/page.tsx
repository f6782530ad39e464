import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DataTable } from '#components/data-table';
import { Empty } from '#components/empty';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { regionsPage } from '#lib/queries/region';
import { textsFor } from '#lib/texts/texts';
import { DataForm } from '../../data-form';
import { requestLocale } from '../../locale';
import { create } from './actions';
import { regionState } from './region-state';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).people.region.title };
}

/** The regions of the county, with their members today. */
export default async function Regions() {
  const t = textsFor(await requestLocale());
  const page = await regionsPage({}, await currentContext());
  if (page === null) notFound();
  const words = t.people.region;
  const columns = [{ key: 'name', header: words.title }, { key: 'members', header: words.members }, { key: 'tiltak', header: words.tiltak, number: true }, { key: 'state', header: words.state }];
  return (
    <>
      <PageTitle t={t} title={words.title} under={words.under} />
      {page.regions.length === 0 ? <Empty title={words.none}>{words.noneBody}</Empty> : (
        <DataTable
          caption={words.under} quietCaption columns={columns}
          rows={page.regions.map((region) => ({
            id: region.id,
            cells: [
              <Link key="name" className="ds-link" href={`/regioner/${region.id}`}>{region.name}</Link>,
              region.members.length === 0 ? <span key="none" className="text-quiet">{words.noMembers}</span> : region.members.join(', '),
              region.tiltak, regionState(region, page.now, t),
            ],
          }))}
        />
      )}
      {page.creates.map((countyId) => (
        <section key={countyId} className="mt-12">
          <h2 className="mb-6 text-xl font-semibold">{words.add}</h2>
          <DataForm id={`ny-${countyId}`} action={create} hidden={{ countyId }} submit={words.create} fields={[{ kind: 'text', name: 'name', label: words.name, size: 30 }]} />
        </section>
      ))}
    </>
  );
}
