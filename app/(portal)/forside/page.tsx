import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { mightEver } from '#lib/domain/policy/may';
import { readPlaces } from '#lib/queries/register';
import { readStart } from '#lib/queries/start';
import { formatTime } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { placeLine } from '../../role-words';
import { Behovsmeldinger, RoundLines, Tasks, Tiltak } from './parts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).start.title };
}

/** What waits for me, until when. */
export default async function Start() {
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const [page, places] = [await readStart({}, viewer), await readPlaces({}, viewer)];
  if (page === null || places === null) notFound();
  const { actor, now } = viewer;
  const first = actor.name.split(' ').slice(0, -1).join(' ') || actor.name;
  return (
    <>
      <PageTitle
        t={t}
        title={t.start.greeting(Number.parseInt(formatTime(now), 10), first)}
        under={placeLine(places, t)}
      />
      <Tasks t={t} tasks={page.tasks} now={now} />
      {mightEver(actor, 'round.work') && <RoundLines t={t} rounds={page.rounds} />}
      <Behovsmeldinger t={t} needs={page.needs} />
      {mightEver(actor, 'report.save') && <Tiltak t={t} tiltak={page.tiltak} />}
      {mightEver(actor, 'log.read') && (
        <p>
          <Link className="ds-link" href="/logg">
            {t.start.toLog}
          </Link>
        </p>
      )}
    </>
  );
}
