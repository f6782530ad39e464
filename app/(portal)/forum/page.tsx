import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { foraPage } from '#lib/queries/people';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).people.forum.title };
}

/** The fora one sits in or works with; whoever has one alone goes straight to it. */
export default async function Fora() {
  const t = textsFor(await requestLocale());
  const fora = await foraPage({}, await currentContext());
  if (fora === null) notFound();
  const [only] = fora;
  if (only !== undefined && fora.length === 1) redirect(`/forum/${only.id}`);
  const words = t.people.forum;
  return (
    <>
      <PageTitle t={t} title={words.title} under={words.under} />
      {fora.length === 0 && <Empty title={words.none}>{words.noneBody}</Empty>}
      <ul className="grid gap-6">
        {fora.map((forum) => (
          <li key={forum.id} className="rounded-md border border-line px-6 py-5">
            <h2 className="text-xl font-semibold">
              <Link className="ds-link" href={`/forum/${forum.id}`}>
                {forum.name}
              </Link>
            </h2>
            <p className="mt-1 text-quiet">
              {[
                words.members(forum.members),
                words.deputies(forum.deputies),
                ...forum.programmes.map((one) => t.round.short[one]),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
