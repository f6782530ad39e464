import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { readLog } from '#lib/queries/log';
import type { LogFilter } from '#lib/schema/log';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { Filter } from './filter';
import { Lines } from './lines';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).log.title };
}

/** The address of another page of the same search. */
function page(filter: LogFilter, side: number): string {
  const asked = Object.entries({ ...filter, side }).filter(([, value]) => value !== null && value !== '');
  return `/logg?${new URLSearchParams(asked.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}

/** Everything done in the reader's counties. */
export default async function Log({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const log = await readLog(await searchParams, viewer);
  if (log === null) notFound();
  const { filter, lines, more } = log;
  return (
    <>
      <PageTitle t={t} title={t.log.title} under={t.log.under} />
      <Filter t={t} filter={filter} />
      {lines.length === 0 ? (
        <Empty title={t.log.noneTitle}>{t.log.none}</Empty>
      ) : (
        <Lines t={t} lines={lines} now={viewer.now} />
      )}
      <nav aria-label={t.log.page(filter.side)} className="mt-8 flex items-center gap-4">
        {filter.side > 1 && <ButtonLink href={page(filter, filter.side - 1)}>{t.log.newer}</ButtonLink>}
        {(filter.side > 1 || more) && <span className="text-quiet">{t.log.page(filter.side)}</span>}
        {more && <ButtonLink href={page(filter, filter.side + 1)}>{t.log.older}</ButtonLink>}
      </nav>
    </>
  );
}
