import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import Link from 'next/link';
import { ButtonLink } from '#components/button';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { RoundTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { innstillingerPage } from '#lib/queries/innstilling';
import { formatDeadlineUntil, roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).innstilling.list.title };
}

export default async function Innstillinger() {
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const rounds = await innstillingerPage({}, viewer);
  if (rounds === null) notFound();
  const words = t.innstilling.list;
  const firstToWrite = rounds.find(({ writes }) => writes)?.id;
  return (
    <>
      <PageTitle t={t} title={words.title} under={words.under} />
      {rounds.length === 0 && <Empty title={words.none}>{words.noneBody}</Empty>}
      <ul className="border-t border-line">
        {rounds.map((round) => (
          <li
            key={round.id}
            className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b border-line py-4"
          >
            <div className="flex flex-wrap items-center gap-x-4">
              <Link className="ds-link font-medium" href={`/innstillinger/${round.id}`}>
                {roundName(t, round)}
              </Link>
              <RoundTag state={round.state} t={t} />
              {round.state === 'closed' && (
                <span className="text-quiet">
                  {t.innstilling.deadline(formatDeadlineUntil(round.innstillingLastDay, viewer.now, t))}
                </span>
              )}
            </div>
            {round.writes ? (
              <ButtonLink
                weight={round.id === firstToWrite ? 'primary' : 'secondary'}
                href={`/innstillinger/${round.id}/skriv`}
              >
                {words.write}
              </ButtonLink>
            ) : (
              <ButtonLink weight="tertiary" href={`/innstillinger/${round.id}`}>
                {words.read}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
