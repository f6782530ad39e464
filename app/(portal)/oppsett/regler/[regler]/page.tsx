import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { setupPage } from '#lib/queries/setup';
import { textsFor } from '#lib/texts/texts';
import { DataForm } from '../../../../data-form';
import { requestLocale } from '../../../../locale';
import { RulesInWords } from '../../../runder/[id]/round-parts';
import { rules as save } from '../../actions';
import { ruleFields } from '../rule-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).setup.rules };
}

type Props = { params: Promise<{ regler: string }>; searchParams: Promise<{ fylke?: string | string[] }> };

/** One rule set, in words and, for who may change it, as a form. */
export default async function Rules({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await setupPage({ ...(await searchParams), ...(await params) }, await currentContext());
  if (page?.rules == null) notFound();
  const words = t.setup.rule;
  const { rules, setup, edits } = page;
  const { programme, superseded, rounds } = rules;
  const state = superseded ? words.old : rounds > 0 ? words.inUse(rounds) : words.free;
  return (
    <>
      <PageTitle
        t={t}
        title={rules.name}
        under={t.round.programme[programme]}
        crumbs={[{ href: `/oppsett?fylke=${setup.countyId}`, text: t.setup.title }]}
      />
      {(edits || superseded) && <p className="mb-6 max-w-[48rem]">{state}</p>}
      <RulesInWords t={t} rules={rules} />
      {edits && !superseded && (
        <section className="mt-12">
          <h2 className="mb-6 text-xl font-semibold">{words.change}</h2>
          <DataForm
            id="regler"
            action={save}
            hidden={{ countyId: setup.countyId, programme, id: rules.id }}
            submit={words.save}
            fields={ruleFields(t, rules, rounds > 0)}
          />
        </section>
      )}
    </>
  );
}
