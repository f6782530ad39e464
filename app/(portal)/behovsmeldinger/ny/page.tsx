import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty, NoticeBox } from '#components/notice';
import { sayPart } from '#components/behovsmelding/parts';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { hasPart, PARTS } from '#lib/domain/behovsmelding/begin';
import { newBehovsmelding } from '#lib/queries/behovsmelding/list';
import { roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { deadlineOf } from '../words';
import { BeginFromForm, NewForm } from './forms';
import { EarlierTable } from './earlier-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).behovsmelding.newTitle };
}

export default async function NewPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const choices = await newBehovsmelding(await searchParams, await currentContext());
  if (choices === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.behovsmelding;
  const owners = choices.owners.map((owner) => ({
    value: owner.id,
    label: owner.name,
    ...(owner.delegated && { description: words.onBehalf }),
  }));
  const roundsOf = (rounds: typeof choices.rounds) =>
    rounds.map((round) => ({
      value: round.id,
      label: roundName(t, round),
      description: words.roundDeadline(deadlineOf(round)),
    }));
  const crumbs = [{ href: '/behovsmeldinger', text: words.listTitle }];
  if (owners.length === 0 || choices.rounds.length === 0) {
    return (
      <>
        <PageTitle t={t} title={words.newTitle} crumbs={crumbs} />
        <Empty title={words.noRounds}>{words.noRoundsText}</Empty>
      </>
    );
  }
  if (choices.begin !== null) {
    const { earlier, source, changes } = choices.begin;
    const themes = new Map(choices.themes.map(({ id, name }) => [id, name]));
    const place = choices.owners.find(({ id }) => id === earlier.ownerId)?.countyId;
    const inTime = choices.rounds.filter(
      ({ year, countyId }) => countyId === place && (!changes || year <= (earlier.grantedUntil ?? 0)),
    );
    return (
      <>
        <PageTitle
          t={t}
          title={t.beside.begin.fromTitle(earlier.title)}
          under={t.beside.begin.fromUnder(`${earlier.ownerName}, ${roundName(t, earlier)}`)}
          crumbs={[...crumbs, { href: '/behovsmeldinger/ny', text: words.newTitle }]}
        />
        {changes && <NoticeBox>{t.beside.begin.changeNote(earlier.title)}</NoticeBox>}
        <BeginFromForm
          origin={{
            ownerId: earlier.ownerId,
            fromId: earlier.needId ?? '',
            fromTiltakId: earlier.needId === null ? (earlier.tiltakId ?? '') : '',
            changeTiltakId: changes ? (earlier.tiltakId ?? '') : '',
          }}
          rounds={roundsOf(inTime)}
          parts={PARTS.filter((part) => hasPart(source, part))
            .map((part) => ({ part, said: sayPart(source, part, t, themes) }))
            .filter(({ said }) => said !== '')}
        />
      </>
    );
  }
  return (
    <>
      <PageTitle t={t} title={words.newTitle} crumbs={crumbs} />
      <NewForm owners={owners} rounds={roundsOf(choices.rounds)} />
      {choices.earlier.length > 0 && <EarlierTable t={t} choices={choices} />}
    </>
  );
}
