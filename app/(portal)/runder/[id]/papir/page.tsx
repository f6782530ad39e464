import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { paperPage } from '#lib/queries/round';
import { roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { PaperForm } from './paper-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).round.paper.title };
}

/** Registers a need that came on paper. */
export default async function Paper({ params }: { params: Promise<{ id: string }> }) {
  const t = textsFor(await requestLocale());
  const page = await paperPage(await params, await currentContext());
  if (page === null) notFound();
  const { round, maxYears, hasEgenandel, owners, partners, mayRegister } = page;
  const words = t.round.paper;
  const name = roundName(t, round);
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        under={words.under(name)}
        crumbs={[
          { href: '/runder', text: t.round.list.title },
          { href: `/runder/${round.id}`, text: name },
          { href: `/runder/${round.id}/behovsmeldinger`, text: t.round.needs.title },
        ]}
      />
      {mayRegister ? (
        <PaperForm
          id={round.id}
          years={Array.from({ length: maxYears }, (_, index) => round.year + index)}
          hasEgenandel={hasEgenandel}
          owners={options(owners)}
          partners={options(partners)}
        />
      ) : (
        <NoticeBox>{words.notNow}</NoticeBox>
      )}
    </>
  );
}
