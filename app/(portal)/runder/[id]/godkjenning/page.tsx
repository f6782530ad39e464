import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { DisabledAction, Empty, NoticeBox } from '#components/notice';
import { Money } from '#components/money';
import { PageTitle } from '#components/page-title';
import { NextPiece, pieceCaption, PieceLinks } from '#components/piece-links';
import { OutcomeTag, RoundTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { piecesShown } from '#lib/domain/round/parts';
import { levelSums, placeName } from '#lib/domain/tildeling/split';
import { askedOf, judgedAs, outcomeFor, total } from '#lib/domain/tildeling/tildeling';
import { approvalPage } from '#lib/queries/tildeling';
import { doneSentence, formatAmount, formatDay, roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { DecideForm } from './decide-form';
import { Deviations, Sums } from './parts';
import { shownText } from './shown';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).approval.title };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** What the approver is about to decide on, on one page. */
export default async function ApprovalPage({ params, searchParams }: Props) {
  const { gjort, del } = await searchParams;
  const page = await approvalPage(await params, await currentContext());
  if (page === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.approval;
  const { round, receivers, proposers, ownProposal, isApprover, allowed } = page;
  const waiting = round.cases.flatMap((one) =>
    one.tildeling?.state === 'proposed'
      ? [{ one, given: one.tildeling, judged: judgedAs(one, one.tildeling, one.tildeling.reason) }]
      : [],
  );
  const together = round.cases.flatMap((one) =>
    one.tildeling === null || one.tildeling.state === 'draft' ? [] : [judgedAs(one, one.tildeling, '')],
  );
  const list = piecesShown(waiting, del);
  const href = `/runder/${round.id}/godkjenning`;
  const sum = waiting.reduce((all, { given }) => all + total(given), 0);
  const where = (place: Parameters<typeof placeName>[0]) =>
    placeName(place, round.cases)?.name ?? t.workbench.exceptions.round;
  const exceptions = [
    ...waiting.filter(({ one }) => one.egenandelDispensation).map(({ one }) => words.egenandelDispensation(one.title)),
    ...round.exceptions.dispensations
      .filter(({ state }) => state === 'granted')
      .map((one) => t.workbench.exceptions.granted(where(one), `${one.reason} – ${one.decisionReason}`)),
    ...round.exceptions.agreements.map((one) =>
      t.workbench.exceptions.agreement(where(one), one.parties, one.uhPercent, formatDay(one.agreedOn)),
    ),
  ];
  const done = doneSentence({ godkjent: words.approved, returnert: words.returned }, gjort);
  const under = roundName(t, round);
  const c = words.columns;
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        state={<RoundTag state={round.state} t={t} />}
        under={waiting.length > 0 ? `${under} · ${words.proposedBy(proposers.join(', '))}` : under}
        crumbs={[
          { href: '/runder', text: t.start.menu.rounds },
          { href: `/runder/${round.id}`, text: under },
        ]}
        actions={<ButtonLink href={`/runder/${round.id}/fordeling`}>{t.workbench.title}</ButtonLink>}
      />
      {done !== undefined && (
        <NoticeBox
          kind="done"
          {...(together.length > waiting.length && {
            action: (
              <Link className="ds-link" href="/tildelinger">
                {words.toLetters}
              </Link>
            ),
          })}
        >
          <p>{done}</p>
        </NoticeBox>
      )}
      {waiting.length === 0 ? (
        <Empty title={words.empty.title}>
          <p>{words.empty.text}</p>
        </Empty>
      ) : (
        <>
          <PieceLinks {...{ t, list, href }} what={c.title} />
          <DataTable
            caption={pieceCaption(words.list, list, t)}
            columns={[
              { key: 't', header: c.title },
              { key: 'a', header: c.asked, number: true },
              { key: 'r', header: c.recommended, number: true },
              { key: 'n', header: c.network, number: true },
              { key: 'u', header: c.uh, number: true },
              { key: 's', header: c.sum, number: true },
              { key: 'o', header: c.outcome },
              { key: 'l', header: c.letter },
            ]}
            rows={list.shown.lines.map(({ one, given }) => ({
              id: one.needId,
              cells: [
                <div key="t">
                  <Link className="ds-link" href={`/tildelinger/${given.id}`}>
                    {one.title}
                  </Link>
                  <p className="text-sm font-normal text-quiet">{one.ownerName}</p>
                </div>,
                formatAmount(total(askedOf(one.lines))),
                <Money key="r" t={t} kroner={one.recommended === null ? null : total(one.recommended)} missing="–" />,
                formatAmount(given.network),
                formatAmount(given.uh),
                formatAmount(total(given)),
                <OutcomeTag key="o" t={t} outcome={outcomeFor(askedOf(one.lines), given)} />,
                <Link key="l" className="ds-link" href={`/brev/${given.id}`}>
                  {c.letter}
                  <span className="ds-sr-only"> {one.title}</span>
                </Link>,
              ],
            }))}
            sums={[
              {
                id: 'sum',
                cells: [
                  list.part === null ? c.sum : t.parts.sum,
                  '',
                  '',
                  formatAmount(waiting.reduce((all, { given }) => all + given.network, 0)),
                  formatAmount(waiting.reduce((all, { given }) => all + given.uh, 0)),
                  formatAmount(sum),
                  '',
                  '',
                ],
              },
            ]}
          />
          <NextPiece list={list} href={href} />
          <Deviations
            t={t}
            judged={list.shown.lines.map(({ judged }) => judged)}
            whole={list.part === null ? null : waiting.map(({ judged }) => judged)}
          />
          <section className="mt-12 max-w-[48rem]">
            <h2 className="text-xl font-semibold">{words.exceptions}</h2>
            {exceptions.length === 0 ? (
              <p className="mt-3 text-quiet">{words.noExceptions}</p>
            ) : (
              <ul className="mt-3 grid gap-2">
                {exceptions.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </section>
          <Sums t={t} regions={levelSums('region', together)} receivers={receivers} />
          {allowed.includes('round.approve') ? (
            <DecideForm
              roundId={round.id}
              shown={shownText(waiting.map(({ given }) => given))}
              count={waiting.length}
              sum={sum}
            >
              {list.part !== null && (
                <p className="mb-4 max-w-[48rem] font-medium">
                  {words.decidesAll(waiting.length, list.shown.from, list.shown.to)}{' '}
                  <Link className="ds-link" href="#deler">
                    {t.parts.title}
                  </Link>
                </p>
              )}
            </DecideForm>
          ) : (
            <DisabledAction
              id="hvorfor-ikke"
              label={words.approveAll}
              reason={ownProposal ? words.ownProposal : isApprover ? words.notNow : words.notApprover}
            />
          )}
        </>
      )}
    </>
  );
}
