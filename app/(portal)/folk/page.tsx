import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { mightEver } from '#lib/domain/policy/may';
import { peoplePlaces } from '#lib/queries/people';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).people.title };
}

/** The organisations whose people one may see; whoever has one alone goes straight to it. */
export default async function People() {
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const places = await peoplePlaces({}, viewer);
  if (places === null) notFound();
  const [only] = places;
  if (only !== undefined && places.length === 1) redirect(`/folk/${only.id}`);
  const words = t.people;
  const adds = mightEver(viewer.actor, 'organisation.add');
  const [someone, nobody] = [places.filter(({ people }) => people > 0), places.filter(({ people }) => people === 0)];
  const columns = [
    { key: 'name', header: words.organisation },
    { key: 'kind', header: words.kind },
    { key: 'count', header: words.count, number: true },
    { key: 'administrators', header: words.administrators },
  ];
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        under={words.under}
        actions={adds && <ButtonLink href="/organisasjoner/ny">{words.organisations.add}</ButtonLink>}
      />
      {places.length === 0 && <Empty title={words.none}>{words.noneBody}</Empty>}
      {someone.length > 0 && (
        <DataTable
          caption={words.caption}
          quietCaption
          columns={columns}
          rows={someone.map(({ id, name, kind, people, administrators }) => ({
            id,
            cells: [
              <Link key="name" className="ds-link" href={`/folk/${id}`}>
                {name}
              </Link>,
              words.kinds[kind],
              people,
              administrators.length === 0 ? (
                <span key="none" className="text-quiet">
                  {words.noAdministrator}
                </span>
              ) : (
                administrators.join(', ')
              ),
            ],
          }))}
        />
      )}
      {nobody.length > 0 && (
        <section className="mt-12">
          <h2 className="text-xl font-semibold">{words.nobodyTitle}</h2>
          {mightEver(viewer.actor, 'role.name-administrator') && (
            <p className="prose mt-2 text-quiet">{words.nobodyBody}</p>
          )}
          <ul className="mt-4 columns-2 gap-8 sm:columns-3 lg:columns-4">
            {nobody.map(({ id, name }) => (
              <li key={id} className="break-inside-avoid pb-2">
                <Link className="ds-link" href={`/folk/${id}`}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
