import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { DEADLINE_KINDS } from '#lib/domain/states';
import { setupPage } from '#lib/queries/setup';
import { textsFor } from '#lib/texts/texts';
import { DataForm } from '../../../../data-form';
import { requestLocale } from '../../../../locale';
import { deadlines } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).setup.deadlines };
}

type Props = {
  params: Promise<{ ordning: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The days of a programme's deadlines, written as they fall in one year. */
export default async function YearlyDeadlines({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await setupPage({ ...(await searchParams), ...(await params) }, await currentContext());
  const row = page?.deadlines.find((one) => one.programme === page.programme);
  if (page === null || row === undefined || !page.edits) notFound();
  const words = t.setup.day;
  const { setup, nextYear } = page;
  return (
    <>
      <PageTitle
        t={t}
        title={words.title(t.round.short[row.programme])}
        under={words.under(nextYear)}
        crumbs={[{ href: `/oppsett?fylke=${setup.countyId}`, text: t.setup.title }]}
      />
      <DataForm
        id="frister"
        action={deadlines}
        hidden={{ countyId: setup.countyId, programme: row.programme, year: String(nextYear) }}
        submit={words.save}
        fields={DEADLINE_KINDS.map((kind) => ({
          kind: 'date',
          name: kind,
          label: t.round.lastDay(t.round.deadline[kind]),
          value: row.days[kind],
        }))}
      />
    </>
  );
}
