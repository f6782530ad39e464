import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { Empty, NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { organisationsPage } from '#lib/queries/organisation';
import { doneSentence, formatAmount } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { DataForm } from '../../data-form';
import { requestLocale } from '../../locale';
import { take } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).people.organisations.title };
}

/** The county's organisations, and where our name differs from the register's. */
export default async function Organisations({
  searchParams,
}: {
  searchParams: Promise<{ gjort?: string | string[] }>;
}) {
  const t = textsFor(await requestLocale());
  const page = await organisationsPage({}, await currentContext());
  if (page === null) notFound();
  const words = t.people.organisations;
  const { list, units, edits } = page;
  const differ = list.filter(({ name, registered }) => registered !== null && registered !== name);
  const done = doneSentence({ navn: words.taken }, (await searchParams).gjort);
  const number = { key: 'number', header: words.number };
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        under={words.under}
        actions={
          edits.length > 0 && (
            <ButtonLink weight="primary" href="/organisasjoner/ny">
              {words.add}
            </ButtonLink>
          )
        }
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      <p className="mb-8 max-w-[48rem] text-quiet">{units === 0 ? words.noUnits : words.units(formatAmount(units))}</p>
      {units > 0 && differ.length === 0 && <p className="mb-8">{words.noDiffer}</p>}
      {differ.length > 0 && (
        <div className="mb-12">
          <DataTable
            caption={words.differ}
            columns={[
              { key: 'ours', header: words.ours },
              { key: 'theirs', header: words.theirs },
              number,
              ...(edits.length > 0 ? [{ key: 'take', header: words.take }] : []),
            ]}
            rows={differ.map(({ id, name, registered, orgnr }) => ({
              id,
              cells: [
                name,
                registered,
                orgnr,
                ...(edits.length > 0
                  ? [
                      <DataForm
                        key="take"
                        id={`navn-${id}`}
                        action={take}
                        hidden={{ id }}
                        fields={[]}
                        submit={words.take}
                        weight="secondary"
                      />,
                    ]
                  : []),
              ],
            }))}
          />
        </div>
      )}
      {list.length === 0 ? (
        <Empty title={words.none}>{words.noneBody}</Empty>
      ) : (
        <DataTable
          caption={words.all}
          columns={[
            { key: 'name', header: t.people.organisation },
            { key: 'kind', header: t.people.kind },
            number,
            { key: 'kommune', header: words.kommune },
          ]}
          rows={list.map(({ id, name, kind, orgnr, kommunenr }) => ({
            id,
            cells: [
              <Link key="name" className="ds-link" href={`/folk/${id}`}>
                {name}
              </Link>,
              t.people.kinds[kind],
              orgnr ?? (
                <span key="none" className="text-quiet">
                  {words.noNumber}
                </span>
              ),
              kommunenr,
            ],
          }))}
        />
      )}
    </>
  );
}
