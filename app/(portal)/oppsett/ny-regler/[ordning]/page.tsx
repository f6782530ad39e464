import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { setupPage } from '#lib/queries/setup';
import { textsFor } from '#lib/texts/texts';
import { DataForm } from '../../../../data-form';
import { requestLocale } from '../../../../locale';
import { rules as save } from '../../actions';
import { ruleFields } from '../../regler/rule-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).setup.rule.new };
}

type Props = { params: Promise<{ ordning: string }>; searchParams: Promise<{ fylke?: string | string[] }> };

/** The first rule set of a programme. */
export default async function FirstRules({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await setupPage({ ...(await searchParams), ...(await params) }, await currentContext());
  if (page?.programme === undefined || !page.edits) notFound();
  const words = t.setup.rule;
  const { programme, setup } = page;
  return (
    <>
      <PageTitle
        t={t}
        title={words.title(t.round.short[programme])}
        under={t.round.programme[programme]}
        crumbs={[{ href: `/oppsett?fylke=${setup.countyId}`, text: t.setup.title }]}
      />
      <DataForm
        id="regler"
        action={save}
        hidden={{ countyId: setup.countyId, programme, id: '' }}
        submit={words.save}
        fields={ruleFields(t, null, false)}
      />
    </>
  );
}
