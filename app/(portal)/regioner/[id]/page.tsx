import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DataTable } from '#components/data-table';
import { History } from '#components/history';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { regionPage } from '#lib/queries/region';
import { doneSentence, formatDateTime } from '#lib/texts/format';
import { historySentence } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { periodWords, RoleList } from '../../folk/role-list';
import { Edit, Members, regionState } from './parts';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ gjort?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await regionPage(await params, await currentContext());
  if (page === null) notFound();
  return { title: page.region.name };
}

/** A region: its members, its coordinators, who has handed it their work, and what it has been granted. */
export default async function Region({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await regionPage(await params, await currentContext());
  if (page === null) notFound();
  const { region, work, held, now, today, history } = page;
  const words = t.people.region;
  const done = doneSentence(
    {
      opprettet: words.created,
      lagret: words.saved,
      opplost: words.dissolved,
      gitt: t.people.page.given,
      avsluttet: t.people.page.ended,
    },
    (await searchParams).gjort,
  );
  return (
    <>
      <PageTitle
        t={t}
        title={region.name}
        under={`${region.countyName} · ${regionState(region, now, t)}`}
        crumbs={[{ href: '/regioner', text: words.title }]}
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      <p className="mb-6 max-w-[48rem]">{words.history(work.tiltak, work.needs)}</p>
      <Members t={t} page={page} />
      {held.length > 0 && (
        <div className="mt-12">
          <RoleList t={t} title={words.coordinators} held={held} today={today} ends={page.edits} />
        </div>
      )}
      <section className="mt-12">
        <h2 className="mb-3 text-xl font-semibold">{words.delegations}</h2>
        {region.dissolvedOn !== null && <p className="mb-4 max-w-[48rem]">{words.delegationEnded}</p>}
        {work.delegations.length === 0 ? (
          <p className="text-quiet">{words.noDelegations}</p>
        ) : (
          <DataTable
            caption={words.delegations}
            quietCaption
            columns={[
              { key: 'name', header: words.member },
              { key: 'when', header: t.people.page.when },
            ]}
            rows={work.delegations.map((one) => ({
              id: `${one.organisation} ${one.from}`,
              cells: [one.organisation, periodWords(one, today, t)],
            }))}
          />
        )}
      </section>
      {page.edits && <Edit t={t} page={page} />}
      <History
        t={t}
        entries={history.map((entry) => ({
          id: entry.id,
          at: entry.at,
          when: formatDateTime(entry.at, now),
          text: historySentence(entry, t),
        }))}
      />
    </>
  );
}
