import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { Empty } from '#components/notice';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { RoundTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { isOpen } from '#lib/domain/tildeling/allocation';
import type { Origin } from '#lib/domain/tildeling/allocation';
import type { Sides } from '#lib/domain/tildeling/tildeling';
import { doneSentence } from '#lib/texts/done';
import { formatAmount } from '#lib/texts/format';
import { total } from '#lib/domain/tildeling/tildeling';
import { workbench } from '#lib/queries/tildeling';
import { roundName } from '#lib/texts/round-name';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { isCut, type AllBoxes } from './amounts';
import { ProposeSome } from './messages';
import { reasonWords } from './suggest-form';
import { SuggestForm } from './suggest-form';
import { Workbench } from './workbench';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).workbench.title };
}

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

function asked(id: string, search: Search): unknown {
  const weights = new Map(
    Object.entries(search).flatMap(([name, value]) => {
      // What is no whole number is no weight: the answer then names the region that lacks one.
      const weight = typeof value === 'string' ? value.replace(/\s/g, '') : '';
      return name.startsWith('vekt.') && /^\d{1,9}$/.test(weight)
        ? [[name.slice('vekt.'.length), weight] as const]
        : [];
    }),
  );
  return { id, method: search.metode, last: search.siste, weights: Object.fromEntries<unknown>(weights) };
}

/** The workbench: where the caseworker divides the money of a round. */
export default async function WorkbenchPage({ params, searchParams }: Props) {
  const [{ id }, search] = [await params, await searchParams];
  const page = await workbench(asked(id, search), await currentContext());
  if (page === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.workbench;
  const { round, suggested, choice, regions, problem, allowed } = page;
  const href = `/runder/${round.id}/fordeling`;
  const boxes: Record<string, AllBoxes[string]> = {};
  const origins: Record<string, Sides & Origin> = {};
  for (const one of round.cases.filter(isOpen)) {
    const suggestion = suggested[one.needId];
    const from = suggestion ?? one.tildeling;
    const typed = one.tildeling?.reason ?? '';
    const filled = suggestion === undefined || !isCut(one, suggestion) ? '' : reasonWords(suggestion, t);
    boxes[one.needId] = { network: from?.network ?? null, uh: from?.uh ?? null, reason: typed === '' ? filled : typed };
    if (from !== null) origins[one.needId] = from;
  }
  for (const { needId, tildeling } of round.cases) if (tildeling !== null) origins[needId] ??= tildeling;
  const done = doneSentence(
    { lagret: words.saved, foreslatt: words.proposed, sokt: words.asked, avtale: words.agreed },
    search.gjort,
  );
  const drafts = round.cases.flatMap((one) =>
    isOpen(one) && one.tildeling !== null
      ? [
          {
            value: one.tildeling.id,
            label: `${one.title} (${formatAmount(total(one.tildeling))} ${t.common.money.kr})`,
          },
        ]
      : [],
  );
  const named = (key: string) =>
    regions.find((region) => region.id === key)?.name ?? round.cases.find((one) => one.needId === key)?.title ?? '';
  const can = {
    allocate: allowed.includes('round.allocate'),
    propose: allowed.includes('round.propose'),
    except: allowed.includes('dispensation.ask-split'),
  };
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        state={<RoundTag state={round.state} t={t} />}
        under={roundName(t, round)}
        crumbs={[
          { href: '/runder', text: t.start.menu.rounds },
          { href: `/runder/${round.id}`, text: roundName(t, round) },
        ]}
        actions={<ButtonLink href={`/runder/${round.id}/godkjenning`}>{t.approval.title}</ButtonLink>}
      />
      {done !== undefined && (
        <NoticeBox kind="done">
          <p>{done}</p>
        </NoticeBox>
      )}
      {round.cases.length === 0 ? (
        <Empty title={words.empty.title}>
          <p>{words.empty.text}</p>
        </Empty>
      ) : (
        <>
          {can.allocate && <SuggestForm {...{ t, href, choice, regions, problem, named }} />}
          <Workbench
            key={`${choice.method ?? ''}-${round.version}-${round.exceptions.dispensations.length}-${round.exceptions.agreements.length}`}
            round={{
              id: round.id,
              version: round.version,
              budget: round.budget,
              reserve: round.reserve,
              rules: round.rules,
              cases: round.cases,
              exceptions: round.exceptions,
            }}
            start={boxes}
            origins={origins}
            choice={choice}
            can={can}
          />
          {can.propose && drafts.length > 1 && <ProposeSome roundId={round.id} drafts={drafts} />}
        </>
      )}
    </>
  );
}
