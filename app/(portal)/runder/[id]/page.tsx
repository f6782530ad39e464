import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { History } from '#components/history';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { RoundSteps } from '#components/steps';
import { RoundTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { inTime } from '#lib/domain/round/time';
import { DEADLINE_KINDS } from '#lib/domain/states';
import { roundPage, type RoundPage } from '#lib/queries/round';
import { doneSentence, formatDateTime, formatDeadline, formatDeadlineUntil, roundName } from '#lib/texts/format';
import { historySentence } from '#lib/texts/explain';
import { textsFor, type Texts } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { RoundMoney, RulesInWords } from './round-parts';
import { CloseForm } from '../ny/open-form';

/** What the reader can go on to from here, the most pressing first; only the first is the primary button. */
function waysOn(t: Texts, { round, allowed, figures }: RoundPage): { href: string; text: string }[] {
  const words = t.round.page;
  const has = (action: RoundPage['allowed'][number]) => allowed.includes(action);
  return [
    has('innstilling.save') && { href: `/innstillinger/${round.id}/skriv`, text: words.write },
    has('round.allocate') && { href: `/runder/${round.id}/fordeling`, text: words.allocate },
    has('allocation.read') &&
      (figures?.counts.proposed ?? 0) > 0 && { href: `/runder/${round.id}/godkjenning`, text: words.approve },
    has('round.work') && { href: `/runder/${round.id}/behovsmeldinger`, text: words.list },
    has('innstilling.read') &&
      !has('innstilling.save') && { href: `/innstillinger/${round.id}`, text: words.innstilling },
  ].filter((way) => way !== false);
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ gjort?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const found = await roundPage(await params, await currentContext());
  if (found === null) notFound();
  return { title: roundName(t, found.round) };
}

export default async function Round({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await roundPage(await params, await currentContext());
  if (page === null) notFound();
  const { round, rules, figures, history, allowed, now } = page;
  const words = t.round.page;
  const lastDays = {
    need: round.needLastDay,
    innstilling: round.innstillingLastDay,
    decision: round.decisionLastDay,
    plan: round.planLastDay,
    report: round.reportLastDay,
  };
  const early = inTime(round.needLastDay, now);
  const done = doneSentence(
    {
      apnet: words.opened(formatDeadline(round.needLastDay)),
      lukket: words.closed(formatDeadline(round.innstillingLastDay)),
    },
    (await searchParams).gjort,
  );
  const closing = allowed.includes('round.close');
  return (
    <>
      <PageTitle
        t={t}
        title={roundName(t, round)}
        state={<RoundTag state={round.state} t={t} />}
        under={t.round.programme[round.programme]}
        crumbs={[{ href: '/runder', text: t.round.list.title }]}
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      <RoundSteps t={t} round={round} counts={figures?.counts ?? null} />
      <section className="my-8">
        <h2 className="mb-3 text-xl font-semibold">{words.next}</h2>
        {round.state === 'open' && (
          <p className="mb-4">
            {words.waitNeeds} {words.needsUntil(formatDeadlineUntil(round.needLastDay, now, t))}
          </p>
        )}
        {round.state === 'closed' && !allowed.includes('innstilling.save') && <p className="mb-4">{words.waitForum}</p>}
        {['approved', 'reporting'].includes(round.state) && <p className="mb-4">{words.report}</p>}
        <div className="flex flex-wrap gap-3">
          {waysOn(t, page).map(({ href, text }, index) => (
            <ButtonLink key={href} href={href} weight={index === 0 && !(closing && !early) ? 'primary' : 'secondary'}>
              {text}
            </ButtonLink>
          ))}
        </div>
      </section>
      {figures !== null && <RoundMoney t={t} round={round} figures={figures} />}
      <div className="mt-12 grid gap-12 lg:grid-cols-2">
        <section>
          <h2 className="mb-3 text-xl font-semibold">{t.round.deadlines}</h2>
          <dl className="grid gap-2">
            {DEADLINE_KINDS.map((kind) => (
              <div key={kind} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
                <dt>{t.round.deadline[kind]}</dt>
                <dd className="num">{formatDeadlineUntil(lastDays[kind], now, t)}</dd>
              </div>
            ))}
          </dl>
          {allowed.includes('round.work') && (
            <p className="mt-3">
              <Link className="ds-link" href={`/runder/${round.id}/frister`}>
                {allowed.includes('round.move-deadline') ? t.round.time.link : t.round.time.title}
              </Link>
            </p>
          )}
        </section>
        <section>
          <h2 className="mb-3 text-xl font-semibold">{words.rules}</h2>
          <RulesInWords t={t} rules={rules} />
        </section>
      </div>
      {closing && (
        <section className="mt-12">
          <h2 className="mb-3 text-xl font-semibold">{t.round.close.title}</h2>
          <CloseForm id={round.id} early={early} until={formatDeadline(round.needLastDay)} notSent={page.notSent} />
        </section>
      )}
      {figures !== null && (
        <History
          t={t}
          entries={history.map((entry) => ({
            id: entry.id,
            at: entry.at,
            when: formatDateTime(entry.at, now),
            text: historySentence(entry, t),
          }))}
        />
      )}
    </>
  );
}
