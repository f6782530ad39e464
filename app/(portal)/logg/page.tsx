import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { readLog, type LogKey } from '#lib/queries/log';
import { type LogFilter, logKey } from '#lib/schema/log';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { Filter, Lines } from './lines';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).log.title };
}

/** The address of another page of the same search: what is newer or older than this line. */
function page({ slag, sak, person, fra, til }: LogFilter, to: { nyere: LogKey } | { eldre: LogKey }): string {
  const key: [string, string] = 'nyere' in to ? ['nyere', logKey(to.nyere)] : ['eldre', logKey(to.eldre)];
  const asked = Object.entries({ slag, sak, person, fra, til }).flatMap(([name, value]): [string, string][] =>
    value === null || value === '' ? [] : [[name, value]],
  );
  return `/logg?${new URLSearchParams([...asked, key]).toString()}`;
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
  const { filter, lines, newer, older } = log;
  return (
    <>
      <PageTitle t={t} title={t.log.title} under={t.log.under} />
      <Filter t={t} filter={filter} />
      {lines.length === 0 ? (
        <Empty title={t.log.noneTitle}>{t.log.none}</Empty>
      ) : (
        <Lines t={t} lines={lines} now={viewer.now} />
      )}
      <nav aria-label={t.log.pages} className="mt-8 flex items-center gap-4">
        {newer !== null && <ButtonLink href={page(filter, { nyere: newer })}>{t.log.newer}</ButtonLink>}
        {older !== null && <ButtonLink href={page(filter, { eldre: older })}>{t.log.older}</ButtonLink>}
      </nav>
    </>
  );
}
