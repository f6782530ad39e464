import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { DisabledAction, NoticeBox } from '#components/notice';
import { History } from '#components/history';
import { Money } from '#components/money';
import { PageTitle } from '#components/page-title';
import { OutcomeTag, TildelingTag } from '#components/state-tag';
import { Why } from '#components/why';
import { currentContext } from '#lib/auth/context';
import { formatKroner } from '#lib/domain/money/kroner';
import { total } from '#lib/domain/tildeling/tildeling';
import { tildelingPage } from '#lib/queries/tildeling';
import { doneSentence, formatAmount, formatDateTime, formatDay, roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { reasonWords } from '../../runder/[id]/fordeling/suggest-form';
import { Decide } from './decide';
import { historyWords } from './history-words';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await tildelingPage(await params, await currentContext());
  if (page === null) notFound();
  return { title: page.tildeling.title };
}

/** One tildeling: what is granted to whom and why, its letter and its history. */
export default async function TildelingPage({ params, searchParams }: Props) {
  const viewer = await currentContext();
  const page = await tildelingPage(await params, viewer);
  if (page === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.tildeling;
  const { tildeling: one, history, ownProposal, works, allowed } = page;
  const sum = one.lines.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const done = doneSentence({ godkjent: words.approvedNow, returnert: words.returnedNow }, (await searchParams).gjort);
  const figures = [
    ...(one.asked === null ? [] : [{ term: words.asked, kroner: total(one.asked) }]),
    ...(one.recommended === null ? [] : [{ term: words.recommended, kroner: total(one.recommended) }]),
    { term: words.given, kroner: sum },
    ...(one.requiredEgenandel === null
      ? []
      : [
          { term: words.egenandelRequired, kroner: one.requiredEgenandel },
          { term: words.egenandelPlanned, kroner: one.plannedEgenandel },
        ]),
  ];
  return (
    <>
      <PageTitle
        t={t}
        title={one.title}
        state={
          <>
            <TildelingTag state={one.state} t={t} />
            <OutcomeTag outcome={one.outcome} t={t} />
          </>
        }
        under={[one.reference, words.under(one.ownerName, roundName(t, one))]
          .filter((part) => part !== null)
          .join(' · ')}
        crumbs={[{ href: '/tildelinger', text: words.title }]}
        actions={
          <>
            {works && one.state !== 'approved' && one.state !== 'sent' && (
              <ButtonLink href={`/runder/${one.roundId}/fordeling`}>{words.toWorkbench}</ButtonLink>
            )}
            {one.state !== 'draft' && !one.imported && (
              <ButtonLink href={`/brev/${one.id}`}>
                {one.state === 'proposed' ? words.seeLetter : words.readLetter}
              </ButtonLink>
            )}
          </>
        }
      />
      {done !== undefined && (
        <NoticeBox kind="done">
          <p>{done}</p>
        </NoticeBox>
      )}
      {one.returnComment !== '' && one.state === 'draft' && (
        <NoticeBox kind="warning" title={words.returned}>
          <p>{one.returnComment}</p>
        </NoticeBox>
      )}
      <dl className="mb-8 flex flex-wrap gap-x-12 gap-y-3">
        {figures.map(({ term, kroner }) => (
          <div key={term}>
            <dt className="text-sm text-quiet">{term}</dt>
            <dd className="text-lg font-semibold">
              <Money t={t} kroner={kroner} unit />
            </dd>
          </div>
        ))}
      </dl>
      {one.lines.length === 0 ? (
        <p>{words.noLines}</p>
      ) : (
        <DataTable
          caption={words.lines}
          stays
          columns={[
            { key: 'm', header: words.columns.receiver },
            { key: 'd', header: words.columns.side },
            { key: 'y', header: words.columns.year, number: true },
            { key: 'b', header: words.columns.amount, number: true },
          ]}
          rows={one.lines.map((line) => ({
            id: line.id,
            cells: [
              line.receiver,
              line.side === 'uh' ? t.common.chart.uh : t.common.chart.network,
              line.budgetYear,
              line.amount === null ? <Money key="b" t={t} kroner={null} /> : formatAmount(line.amount),
            ],
          }))}
          sums={[{ id: 'sum', cells: [words.columns.sum, '', '', formatAmount(sum)] }]}
        />
      )}
      {!one.imported && (
        <div className="mt-4">
          <Why
            t={t}
            about={words.given}
            formula={reasonWords(one, t)}
            ruleSet={`${one.ruleSetName}, ${formatDay(one.validFrom)}`}
            source={one.legalBasis}
          />
        </div>
      )}
      <section className="mt-8 max-w-[48rem]">
        <h2 className="text-xl font-semibold">{words.reason}</h2>
        <p className={one.reason === '' ? 'mt-2 text-quiet' : 'mt-2 whitespace-pre-line'}>
          {one.reason === '' ? words.noReason : one.reason}
        </p>
      </section>
      {allowed.includes('tildeling.approve') && (
        <Decide id={one.id} version={one.version} title={one.title} amount={formatKroner(sum)} />
      )}
      {ownProposal && (
        <div className="mt-8">
          <DisabledAction id="egen" label={words.approve} reason={words.ownProposal} />
        </div>
      )}
      <History
        t={t}
        entries={history.map((entry) => ({
          id: entry.id,
          at: entry.at,
          when: formatDateTime(entry.at, viewer.now),
          text: historyWords(entry, t),
        }))}
      />
    </>
  );
}
