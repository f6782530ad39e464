import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { Empty, NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { yearPlan, type YearPlan } from '#lib/queries/setup';
import { doneSentence } from '#lib/texts/format';
import { textsFor, type Texts } from '#lib/texts/texts';
import { DataForm } from '../../../data-form';
import { requestLocale } from '../../../locale';
import { year as openYear } from '../actions';
import { PlanTable } from './plan';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = await yearPlan(await searchParams, await currentContext());
  if (page === null) notFound();
  return { title: textsFor(await requestLocale()).setup.year.title(page.year) };
}

/** A new year as last year's set-up makes it, to read before anything is stored; and the form that opens it. */
export default async function NewYear({ searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const asked = await searchParams;
  const page = await yearPlan(asked, await currentContext());
  if (page === null) notFound();
  const words = t.setup.year;
  const { setup, year, from, plan } = page;
  const done = doneSentence({ apnet: words.opened(year) }, asked.gjort);
  const crumbs = [{ href: `/oppsett?fylke=${setup.countyId}`, text: t.setup.title }];
  if (plan.length === 0) {
    return (
      <>
        <PageTitle t={t} title={words.title(year)} crumbs={crumbs} />
        <Empty title={words.none} action={<ButtonLink href="/runder/ny">{words.openOne}</ButtonLink>}>
          {words.noneBody}
        </Empty>
      </>
    );
  }
  const open = plan.filter((one) => !one.open);
  return (
    <>
      <PageTitle
        t={t}
        title={words.title(year)}
        under={from === null ? words.underFirst(year) : words.under(year, from)}
        crumbs={crumbs}
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      {plan.map((row) => (
        <PlanTable
          key={row.programme}
          t={t}
          row={row}
          year={year}
          days={page.opens ? `/oppsett/frister/${row.programme}?fylke=${setup.countyId}&aar=${String(year)}` : null}
        />
      ))}
      <Themes t={t} page={page} />
      {open.length === 0 && <p className="mt-10">{words.all}</p>}
      {page.opens && open.length > 0 && <Open t={t} page={page} />}
    </>
  );
}

function Themes({ t, page: { themes } }: { t: Texts; page: YearPlan }) {
  const words = t.setup.year;
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-xl font-semibold">{words.themes}</h2>
      {themes.hold.length === 0 ? (
        <p className="text-quiet">{words.noThemes}</p>
      ) : (
        <ul className="list-disc pl-5">
          {themes.hold.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
      {themes.end.length > 0 && (
        <p className="mt-3">{words.themesEnd(themes.end.map(({ name }) => name).join(', '))}</p>
      )}
    </section>
  );
}

function Open({ t, page: { setup, year, plan, seen } }: { t: Texts; page: YearPlan }) {
  const words = t.setup.year;
  const ready = plan.filter(({ open, missing }) => !open && missing.length === 0);
  return (
    <section className="mt-10">
      <h2 className="mb-6 text-xl font-semibold">{words.budgets}</h2>
      {ready.length === 0 ? (
        <ButtonLink href={`/oppsett?fylke=${setup.countyId}`}>{words.toSetup}</ButtonLink>
      ) : (
        <DataForm
          id="aar"
          action={openYear}
          hidden={{ countyId: setup.countyId, year: String(year), seen }}
          submit={words.title(year)}
          ask={{ title: words.ask(year), body: words.askBody }}
          fields={ready.map(({ programme }) => ({
            kind: 'money',
            name: `budget.${programme}`,
            label: words.budgetOf(t.round.short[programme]),
            description: words.budgetHelp,
          }))}
        />
      )}
    </section>
  );
}
