import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DataTable } from '#components/data-table';
import { NoticeBox } from '#components/notice';
import { currentContext } from '#lib/auth/context';
import { letter } from '#lib/documents/letter';
import { letterPage } from '#lib/queries/tildeling';
import { localeFrom } from '#lib/texts/locale';
import { textsFor } from '#lib/texts/texts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const data = await letterPage(await params, await currentContext());
  if (data === null) notFound();
  return { title: letter(data, textsFor(localeFrom(data.ownerLanguage))).heading };
}

/** The letter of a tildeling in its receiver's language; on paper it is the letter and nothing else. */
export default async function LetterPage({ params }: Props) {
  const data = await letterPage(await params, await currentContext());
  if (data === null || data.state === 'draft' || data.imported) notFound();
  const locale = localeFrom(data.ownerLanguage);
  const t = textsFor(locale);
  const words = t.letter;
  const text = letter(data, t);
  const decided = data.state === 'approved' || data.state === 'sent';
  return (
    <article lang={locale} className="mx-auto max-w-[46rem]">
      {!decided && (
        <NoticeBox kind="warning">
          <p>{words.preview}</p>
        </NoticeBox>
      )}
      <dl className="mb-12 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <div>
          <dt className="text-sm text-quiet">{words.sender}</dt>
          <dd className="font-semibold">{text.sender}</dd>
        </div>
        <div>
          <dt className="text-sm text-quiet">{words.date}</dt>
          <dd>{text.date}</dd>
        </div>
        <div>
          <dt className="text-sm text-quiet">{words.receiver}</dt>
          {text.receiver.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
        <div>
          <dt className="text-sm text-quiet">{words.reference}</dt>
          <dd>{text.reference}</dd>
        </div>
      </dl>
      <h1 className="mb-4 text-[1.75rem] leading-tight font-semibold tracking-tight">{text.heading}</h1>
      <p className="mb-8 text-lg">{text.first}</p>
      {text.rows.length > 0 && (
        <DataTable
          stays
          caption={words.tableCaption}
          columns={[
            { key: 'm', header: words.columns.receiver },
            { key: 'd', header: words.columns.side },
            { key: 'y', header: words.columns.year, number: true },
            { key: 'b', header: words.columns.amount, number: true },
          ]}
          rows={text.rows.map((row) => ({ id: row.id, cells: [row.receiver, row.side, row.year, row.amount] }))}
          sums={[{ id: 'sum', cells: [t.common.money.sum, '', '', text.sum] }]}
        />
      )}
      {text.underTable.map((paragraph) => (
        <p key={paragraph} className="mt-4">
          {paragraph}
        </p>
      ))}
      {text.sections.map((section) => (
        <section key={section.heading} className="prose mt-8">
          <h2 className="text-xl font-semibold">{section.heading}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph} className="whitespace-pre-line">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
      {text.signed.length > 0 && (
        <footer className="mt-12">
          <p>{words.greeting}</p>
          <ul className="mt-4 flex flex-wrap gap-x-16 gap-y-4">
            {text.signed.map((person) => (
              <li key={person.as}>
                <span className="block font-medium">{person.name}</span>
                <span className="text-sm text-quiet">{person.as}</span>
              </li>
            ))}
          </ul>
          {decided && <p className="mt-8 text-sm text-quiet">{words.electronic}</p>}
        </footer>
      )}
    </article>
  );
}
