import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { Empty, NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { StateTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { innstillingPage } from '#lib/queries/innstilling';
import { formatDateTime, formatDay, formatDeadlineUntil, roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { PriorityList, RegionTable } from './tables';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ levert?: string; del?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const found = await innstillingPage(await params, await currentContext());
  if (found === null) notFound();
  return { title: t.innstilling.titleOf(roundName(t, found.round)) };
}

export default async function Innstilling({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await innstillingPage(await params, await currentContext());
  if (page === null) notFound();
  const { round, innstilling, allowed, now } = page;
  const words = t.innstilling;
  const { levert, del } = await searchParams;
  const state = innstilling?.state ?? 'none';
  const write = allowed.includes('innstilling.save') && (
    <ButtonLink weight="primary" href={`/innstillinger/${round.id}/skriv`}>
      {innstilling === null ? words.list.write : words.edit}
    </ButtonLink>
  );
  const facts =
    innstilling === null
      ? []
      : [
          {
            term: words.meetingOn,
            text: innstilling.meetingOn === null ? t.common.money.missing : formatDay(innstilling.meetingOn),
          },
          { term: words.decisionForm, text: words.form[innstilling.decisionForm] },
          ...(innstilling.note === '' ? [] : [{ term: words.note, text: innstilling.note }]),
        ];
  return (
    <>
      <PageTitle
        t={t}
        title={words.titleOf(roundName(t, round))}
        state={<StateTag tone={state === 'delivered' ? 'success' : 'neutral'}>{words.state[state]}</StateTag>}
        under={
          innstilling?.deliveredAt
            ? words.deliveredBy(innstilling.deliveredByName ?? '', formatDateTime(innstilling.deliveredAt, now))
            : words.deadline(formatDeadlineUntil(round.innstillingLastDay, now, t))
        }
        crumbs={[
          { href: '/innstillinger', text: words.list.title },
          { href: `/runder/${round.id}`, text: roundName(t, round) },
        ]}
        actions={write}
      />
      {levert !== undefined && state === 'delivered' && (
        <NoticeBox kind="done">
          <p>{words.delivered}</p>
        </NoticeBox>
      )}
      {innstilling === null ? (
        <Empty title={words.notBegun}>{words.notBegunBody}</Empty>
      ) : (
        <>
          <dl className="mb-8 grid gap-3">
            {facts.map(({ term, text }) => (
              <div key={term}>
                <dt className="text-sm text-quiet">{term}</dt>
                <dd className="whitespace-pre-line">{text}</dd>
              </div>
            ))}
          </dl>
          <PriorityList t={t} page={page} asked={del} />
          <RegionTable t={t} page={page} />
        </>
      )}
    </>
  );
}
