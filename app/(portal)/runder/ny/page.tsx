import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { validOn } from '#lib/domain/round/round';
import { usualDeadlines } from '#lib/domain/setup/deadlines';
import { newRoundPage } from '#lib/queries/round';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { roundName } from '#lib/texts/format';
import { RulesInWords } from '../[id]/round-parts';
import { ChooseFirst } from './choose-first';
import { OpenForm } from './open-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).round.new.title };
}

export default async function NewRoundPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const page = await newRoundPage(await searchParams, viewer);
  if (page === null || page.openings.length === 0) notFound();
  const words = t.round.new;
  const { programme, year, countyId } = page.chosen;
  const county =
    page.openings.find((one) => one.countyId === countyId) ??
    (page.openings.length === 1 ? page.openings[0] : undefined);
  const title = (
    <PageTitle t={t} title={words.title} under={words.under} crumbs={[{ href: '/runder', text: t.round.list.title }]} />
  );
  if (programme === undefined || year === undefined || county === undefined) {
    return (
      <>
        {title}
        <ChooseFirst t={t} counties={page.openings} nextYear={viewer.now.getFullYear() + 1} />
      </>
    );
  }
  const name = roundName(t, { programme, countyName: county.countyName, year });
  const suggested = usualDeadlines(county.defaults, programme, year);
  const rules = county.ruleSets.filter((one) => one.programme === programme && validOn(one, suggested.need));
  const fora = county.fora.filter((one) => one.programmes.includes(programme));
  const stops = [
    county.rounds.some((one) => one.programme === programme && one.year === year) && words.exists(name),
    rules.length === 0 && words.noRules,
    fora.length === 0 && words.noForum,
  ].filter((stop) => stop !== false);
  return (
    <>
      {title}
      <div className="mb-8 flex flex-wrap items-center gap-4">
        <p className="text-xl font-semibold">{name}</p>
        <ButtonLink weight="tertiary" href="/runder/ny">
          {words.change}
        </ButtonLink>
      </div>
      {stops.length > 0 && (
        <NoticeBox kind="warning">
          <ul>
            {stops.map((stop) => (
              <li key={stop}>{stop}</li>
            ))}
          </ul>
        </NoticeBox>
      )}
      {stops.length === 0 && (
        <OpenForm
          countyId={county.countyId}
          programme={programme}
          year={year}
          suggested={suggested}
          ruleSets={rules.map((one) => ({
            value: one.id,
            label: one.name,
            description: <RulesInWords t={t} rules={one} />,
          }))}
          fora={fora.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
    </>
  );
}
