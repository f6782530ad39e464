import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { History } from '#components/history';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { Differences } from '#components/report/half';
import { EgenandelLines } from '#components/report/egenandel';
import { ReportMoney, ReportSource } from '#components/report/money';
import { currentContext } from '#lib/auth/context';
import type { Half } from '#lib/domain/report/report';
import { readReport } from '#lib/queries/report';
import { doneSentence, formatDateTime, formatDay, formatUntil } from '#lib/texts/format';
import { historySentence } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { HalfColumn } from './half-column';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ gjort?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const found = await readReport(await params, await currentContext());
  if (found === null) notFound();
  return { title: t.report.name(found.report.title, found.report.year) };
}

/** The report of a tiltak for a year: both halves, the money, and what happened. */
export default async function ReportPage({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const page = await readReport(await params, viewer);
  if (page === null) notFound();
  const { report, halves, egenandel, differences, history, now } = page;
  const words = t.report;
  const nameOf = (half: Half) =>
    half.organisationName ?? (half.side === 'owner' ? report.ownerName : words.half.nobody);
  const owner = halves.filter(({ half }) => half.side === 'owner');
  const uh = halves.filter(({ half }) => half.side === 'uh');
  const done = doneSentence(words.done, (await searchParams).gjort);
  const column = (shown: (typeof halves)[number]) => (
    <HalfColumn key={shown.half.id} {...{ t, shown, report, person: viewer.actor.userId, now }} />
  );
  return (
    <>
      <PageTitle
        t={t}
        title={words.name(report.title, report.year)}
        crumbs={[{ href: '/rapporter', text: words.list.title }]}
        under={`${words.under(report.reference, report.ownerName, report.countyName)} · ${words.half.due(formatDay(report.dueOn), formatUntil(report.dueOn, now, t))}`}
      />
      {done !== undefined && (
        <NoticeBox kind="done">
          <p>{done}</p>
        </NoticeBox>
      )}
      <Differences t={t} found={differences} nameOf={nameOf} />
      <ReportMoney
        t={t}
        year={report.year}
        parties={halves.map(({ half, money }) => ({
          id: half.id,
          name: nameOf(half),
          money,
          estimate: half.spentIsEstimate,
        }))}
      />
      {egenandel !== null && (
        <section className="mb-10 max-w-[42rem]">
          <h2 className="mb-2 text-xl font-semibold">{words.egenandel.title}</h2>
          <EgenandelLines t={t} egenandel={egenandel} reported={owner[0]?.half.egenandel ?? null} report={report} />
        </section>
      )}
      <div className="grid grid-cols-1 gap-x-16 gap-y-12 border-t border-line pt-8 lg:grid-cols-2">
        <div className="min-w-0">{owner.map(column)}</div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-12">{uh.map(column)}</div>
      </div>
      <ReportSource t={t} printed={report.printed} />
      <History
        t={t}
        entries={history.map((line) => ({
          id: line.id,
          at: line.at,
          when: formatDateTime(line.at, now),
          text: historySentence(line, t),
        }))}
      />
    </>
  );
}
