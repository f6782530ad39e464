import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { History } from '#components/history';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { setupPage } from '#lib/queries/setup';
import { doneSentence, formatDateTime } from '#lib/texts/format';
import { historySentence } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { DeadlineTable, Programmes, RuleSets } from './parts';
import { Themes } from './themes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).setup.title };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A county's set-up: programmes, rules, deadlines and themes, each with what may be changed. */
export default async function SetUp({ searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const asked = await searchParams;
  const page = await setupPage(asked, await currentContext());
  if (page === null) notFound();
  const words = t.setup;
  const { setup, edits, nextYear, history, now } = page;
  const done = doneSentence({ lagret: words.saved }, asked.gjort);
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        under={words.under(setup.countyName)}
        actions={
          <ButtonLink
            weight={edits ? 'primary' : 'secondary'}
            href={`/oppsett/nytt-ar?fylke=${setup.countyId}&aar=${nextYear}`}
          >
            {words.openYear(nextYear)}
          </ButtonLink>
        }
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      {!edits && <p className="mb-8 text-quiet">{words.reads}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
        <Programmes t={t} page={page} />
        <RuleSets t={t} page={page} />
        <DeadlineTable t={t} page={page} />
        <Themes t={t} page={page} />
      </div>
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
