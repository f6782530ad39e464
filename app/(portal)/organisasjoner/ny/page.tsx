import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { TextField } from '#components/field';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { ORGANISATION_KINDS, type OrganisationKind } from '#lib/domain/states';
import { newOrganisationPage } from '#lib/queries/organisation';
import { textsFor } from '#lib/texts/texts';
import { DataForm } from '../../../data-form';
import { requestLocale } from '../../../locale';
import { addHere } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).people.organisations.new.title };
}

// What a form of the register says of the kind; the rest is chosen.
const KIND: Readonly<Record<string, OrganisationKind>> = { KOMM: 'kommune', FYLK: 'fylkeskommune' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Looks an organisation up in Enhetsregisteret, and adds it to the county; everything can be written by hand too. */
export default async function NewOrganisationPage({ searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await newOrganisationPage(await searchParams, await currentContext());
  const [countyId] = page?.adds ?? [];
  if (page === null || countyId === undefined) notFound();
  const all = t.people.organisations;
  const words = all.new;
  const { q, found, chosen, units } = page;
  const kind = chosen === null ? undefined : KIND[chosen.form];
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        under={words.under}
        crumbs={[{ href: '/organisasjoner', text: all.title }]}
      />
      {units === 0 ? (
        <p className="mb-8 max-w-[48rem] text-quiet">{all.noUnits}</p>
      ) : (
        <form method="get" action="/organisasjoner/ny" role="search" className="mb-4">
          <TextField kind="search" name="q" label={words.search} defaultValue={q} size={30} />
          <button type="submit" className="ds-button" data-variant="secondary">
            {words.go}
          </button>
        </form>
      )}
      {q !== '' && found.length === 0 && <p className="my-6">{words.nothing}</p>}
      {found.length > 0 && (
        <div className="my-8">
          <DataTable
            caption={words.found}
            columns={[
              { key: 'name', header: words.name },
              { key: 'number', header: all.number },
              { key: 'kommune', header: all.kommune },
              { key: 'choose', header: t.common.form.choose },
            ]}
            rows={found.map((unit) => ({
              id: unit.orgnr,
              cells: [
                unit.name,
                unit.orgnr,
                unit.kommunenr,
                <ButtonLink
                  key="choose"
                  weight="tertiary"
                  aria-label={words.choose(unit.name)}
                  href={`/organisasjoner/ny?orgnr=${unit.orgnr}#ny-orgnr`}
                >
                  {t.common.form.choose}
                </ButtonLink>,
              ],
            }))}
          />
        </div>
      )}
      <h2 className="mt-8 mb-6 text-xl font-semibold">{words.form}</h2>
      <DataForm
        key={chosen?.orgnr ?? ''}
        id="ny"
        action={addHere}
        hidden={{ countyId }}
        submit={words.submit}
        fields={[
          {
            kind: 'text',
            name: 'orgnr',
            label: all.number,
            description: words.numberHelp,
            value: chosen?.orgnr ?? '',
            size: 14,
          },
          { kind: 'text', name: 'name', label: words.name, value: chosen?.name ?? '', size: 40 },
          {
            kind: 'select',
            name: 'kind',
            label: t.people.kind,
            options: ORGANISATION_KINDS.map((value) => ({ value, label: t.people.kinds[value] })),
            empty: t.common.form.choose,
            ...(kind !== undefined && { value: kind }),
          },
          {
            kind: 'text',
            name: 'kommunenr',
            label: all.kommune,
            note: t.common.form.optional,
            description: words.kommuneHelp,
            value: chosen?.kommunenr ?? '',
            size: 4,
          },
        ]}
      />
    </>
  );
}
