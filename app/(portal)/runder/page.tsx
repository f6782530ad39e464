import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import Link from 'next/link';
import { ButtonLink } from '#components/button';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { RoundSteps } from '#components/steps';
import { RoundTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { roundsPage } from '#lib/queries/round';
import { formatDeadlineUntil, roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).round.list.title };
}

export default async function RoundsPage() {
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const page = await roundsPage({}, viewer);
  if (page === null) notFound();
  const words = t.round.list;
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        under={words.under}
        actions={
          page.mayOpen && (
            <>
              <ButtonLink href="/oppsett/nytt-ar">{t.setup.newYear}</ButtonLink>
              <ButtonLink weight="primary" href="/runder/ny">
                {words.open}
              </ButtonLink>
            </>
          )
        }
      />
      {page.rounds.length === 0 && <Empty title={words.none}>{words.noneBody}</Empty>}
      <ul className="grid gap-6">
        {page.rounds.map((round) => {
          const name = roundName(t, round);
          return (
            <li key={round.id} className="rounded-md border border-line px-6 py-5">
              <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
                <h2 className="text-xl font-semibold">
                  <Link className="ds-link" href={`/runder/${round.id}`}>
                    {name}
                  </Link>
                </h2>
                <RoundTag state={round.state} t={t} />
                {round.state === 'open' && (
                  <span className="text-quiet">
                    {t.round.page.needsUntil(formatDeadlineUntil(round.needLastDay, viewer.now, t))}
                  </span>
                )}
              </div>
              <RoundSteps t={t} round={round} counts={round.works || round.reads ? round.counts : null} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
