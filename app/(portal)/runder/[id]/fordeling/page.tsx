import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { Empty, NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { RoundTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { partAsked, partsOf } from '#lib/domain/round/parts';
import { isOpen } from '#lib/domain/tildeling/allocation';
import { type RoundCase, total } from '#lib/domain/tildeling/tildeling';
import { type Suggested, workbench } from '#lib/queries/tildeling';
import { doneSentence, formatAmount, roundName } from '#lib/texts/format';
import { type Texts, textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import type { ShownLine } from './cells';
import { lineOf, pack, startOf } from './lines';
import { ProposeSome } from './messages';
import { methodName, reasonWords, SuggestForm } from './suggest-form';
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

/** The address without what was done and which part is shown: the suggestion goes along from part to part. */
function addressOf(href: string, search: Search): string {
  const asked = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' && (name === 'metode' || name === 'siste' || name.startsWith('vekt.'))
      ? [[name, value] as [string, string]]
      : [],
  );
  return asked.length === 0 ? `${href}?` : `${href}?${new URLSearchParams(asked).toString()}&`;
}

function shownOf(one: RoundCase, reason: string, suggested: Suggested | undefined, t: Texts): ShownLine {
  const { ownerName, priority, tildeling } = one;
  const origin = suggested ?? tildeling;
  return {
    ownerName,
    priority,
    reason,
    tildeling: tildeling && { id: tildeling.id, state: tildeling.state, returnComment: tildeling.returnComment },
    origin: origin && {
      network: origin.network,
      uh: origin.uh,
      words: reasonWords(origin, t),
      method: methodName(origin.method, t),
    },
  };
}

/** The workbench: where the caseworker divides the money of a round, a part of it at a time. */
export default async function WorkbenchPage({ params, searchParams }: Props) {
  const [{ id }, search] = [await params, await searchParams];
  const page = await workbench(asked(id, search), await currentContext());
  if (page === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.workbench;
  const { round, suggested, choice, regions, problem, allowed } = page;
  const href = `/runder/${round.id}/fordeling`;
  const address = addressOf(href, search);
  const lines = round.cases.map((one) =>
    lineOf(
      one,
      startOf(one, suggested[one.needId], (origin) => reasonWords(origin, t)),
    ),
  );
  const parts = partsOf(lines);
  const part = partAsked(search.del, parts.length);
  const here = new Map((parts[part] ?? []).flatMap((chunk) => chunk.lines.map(({ needId, start }) => [needId, start])));
  const cases = round.cases.filter(({ needId }) => here.has(needId));
  const shown: Record<string, ShownLine> = {};
  for (const one of cases)
    shown[one.needId] = shownOf(one, here.get(one.needId)?.reason ?? '', suggested[one.needId], t);
  const done = doneSentence(
    { lagret: words.saved, foreslatt: words.proposed, sokt: words.asked, avtale: words.agreed },
    search.gjort,
  );
  const drafts = cases.flatMap((one) =>
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
            key={address}
            round={{
              id: round.id,
              version: round.version,
              budget: round.budget,
              reserve: round.reserve,
              rules: round.rules,
              exceptions: round.exceptions,
            }}
            packed={pack(lines)}
            part={part}
            shown={shown}
            href={address}
            choice={choice}
            can={can}
            saved={search.gjort === 'lagret' || search.gjort === 'foreslatt'}
          />
          {can.propose && drafts.length > 1 && (
            <ProposeSome key={part} roundId={round.id} part={part} drafts={drafts} />
          )}
        </>
      )}
    </>
  );
}
