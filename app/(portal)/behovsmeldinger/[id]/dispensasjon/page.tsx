import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BehovsmeldingMoneyLines } from '#components/behovsmelding/money';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { writeBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { underLine } from '../../words';
import { AskDispensationForm } from '../forms';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).dispensation.askTitle };
}

export default async function AskPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await currentContext();
  const found = await writeBehovsmelding(await params, viewer);
  if (found === null || !found.allowed.includes('dispensation.ask')) notFound();
  const { need } = found;
  const t = textsFor(await requestLocale());
  const title = need.title === '' ? t.behovsmelding.untitled : need.title;
  return (
    <>
      <PageTitle
        t={t}
        title={t.dispensation.askTitle}
        under={`${title} · ${underLine(need, viewer.now, t)}`}
        crumbs={[
          { href: '/behovsmeldinger', text: t.behovsmelding.listTitle },
          { href: `/behovsmeldinger/${need.id}/skriv`, text: title },
        ]}
      />
      <div className="mb-8 max-w-[24rem]">
        <BehovsmeldingMoneyLines t={t} need={need} rules={need.rules} />
      </div>
      <p className="mb-6 max-w-[42rem]">{t.dispensation.askText}</p>
      <AskDispensationForm id={need.id} />
    </>
  );
}
