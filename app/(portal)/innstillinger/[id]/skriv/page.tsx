import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Empty, NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { StateTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { mightEver } from '#lib/domain/policy/may';
import { MOST_NEEDS, partAsked, piecesOf } from '#lib/domain/round/parts';
import { splitKey } from '#lib/domain/setup/rules';
import { innstillingPage } from '#lib/queries/innstilling';
import { formatDeadlineUntil, roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { InnstillingForm } from './form';
import { packForm } from './lines';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ lagret?: string; del?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).innstilling.list.write };
}

export default async function WriteInnstilling({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const page = await innstillingPage(await params, viewer);
  if (page === null) notFound();
  if (!page.allowed.includes('innstilling.save')) {
    // Who writes innstillinger is led to what was delivered while they wrote.
    if (page.innstilling?.state !== 'delivered' || !mightEver(viewer.actor, 'innstilling.save')) notFound();
    redirect(`/innstillinger/${page.round.id}`);
  }
  const { round, rules, innstilling, needs, notSent, typing, now } = page;
  const words = t.innstilling;
  const { lagret, del } = await searchParams;
  const parts = piecesOf(needs, MOST_NEEDS);
  const part = partAsked(del, parts.length);
  const here = parts[part]?.lines ?? [];
  const shown = Object.fromEntries(here.map(({ id, number, ownerName }) => [id, { number, ownerName }]));
  return (
    <>
      <PageTitle
        t={t}
        title={words.titleOf(roundName(t, round))}
        state={<StateTag tone="neutral">{words.state.draft}</StateTag>}
        under={words.deadline(formatDeadlineUntil(round.innstillingLastDay, now, t))}
        crumbs={[{ href: '/innstillinger', text: words.list.title }]}
      />
      {lagret !== undefined && (
        <NoticeBox kind="done">
          <p>{words.saved}</p>
        </NoticeBox>
      )}
      {needs.length === 0 ? (
        <Empty title={words.noNeeds}>{words.noNeedsBody}</Empty>
      ) : (
        <InnstillingForm
          round={{ id: round.id, budget: round.budget, reserve: round.reserve }}
          person={viewer.actor.userId}
          revision={innstilling?.revision ?? 0}
          packed={packForm(needs, typing)}
          part={part}
          shown={shown}
          splitKey={splitKey(rules)}
          notSent={notSent}
        />
      )}
    </>
  );
}
