import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { RoundTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { NEEDS_PER_PAGE } from '#lib/domain/behovsmelding/list';
import { roundBehovsmeldingerPage } from '#lib/queries/round';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { roundName } from '#lib/texts/format';
import { addressOf, Filters, pagesAround, queryOf } from './filters';
import { SavedFilters } from './saved';
import { BehovsmeldingerTable } from './table';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).round.needs.title };
}

export default async function RoundListPage({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await roundBehovsmeldingerPage({ ...(await searchParams), ...(await params) }, await currentContext());
  if (page === null) notFound();
  const { round, filter, needs, sums, saved, allowed, mayKeep } = page;
  const words = t.round.needs;
  const name = roundName(t, round);
  const pages = Math.max(1, Math.ceil(sums.found.count / NEEDS_PER_PAGE));
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        state={<RoundTag state={round.state} t={t} />}
        under={words.under(name)}
        crumbs={[
          { href: '/runder', text: t.round.list.title },
          { href: `/runder/${round.id}`, text: name },
        ]}
        actions={
          allowed.includes('behovsmelding.register-paper') && (
            <ButtonLink href={`/runder/${round.id}/papir`}>{words.register}</ButtonLink>
          )
        }
      />
      {sums.all === 0 && <Empty title={words.empty}>{words.emptyBody}</Empty>}
      {sums.all > 0 && <Filters t={t} page={page} />}
      {sums.all > 0 && mayKeep && (
        <SavedFilters
          roundId={round.id}
          saved={saved.map(({ id, name, query }) => ({ id, name, query, forget: words.forget(name) }))}
          query={queryOf({ ...filter, page: 1 })}
          words={{ saved: words.saved, keep: words.keep, keepName: words.keepName, keepHelp: words.keepHelp }}
        />
      )}
      {sums.all > 0 && needs.length === 0 && <Empty title={words.none}>{words.noneBody}</Empty>}
      {needs.length > 0 && (
        <p className="no-print mb-4">
          <a
            className="ds-link"
            href={addressOf(round.id, { ...filter, page: 1 }, `/api/runder/${round.id}/behovsmeldinger`)}
            download
          >
            {page.leavesOut ? words.exportCounted : words.export}
          </a>
        </p>
      )}
      {needs.length > 0 && <BehovsmeldingerTable t={t} page={page} />}
      {pages > 1 && (
        <nav aria-label={words.pages} className="mt-6 flex flex-wrap items-baseline gap-4">
          <span className="text-quiet">{words.pageOf(filter.page, pages)}</span>
          {pagesAround(filter.page, pages).map((one) => (
            <a
              key={one}
              className="ds-link num"
              href={addressOf(round.id, { ...filter, page: one })}
              aria-label={words.page(one)}
              aria-current={one === filter.page ? 'page' : undefined}
            >
              {one}
            </a>
          ))}
        </nav>
      )}
    </>
  );
}
