import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DataTable } from '#components/data-table';
import { Empty, NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { BehovsmeldingTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { writersOf } from '#lib/queries/behovsmelding/comment';
import { doneSentence, formatDate } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { rolesAt } from '../../../../role-words';
import { EndContributorForm, InviteForm } from './forms';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ gjort?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const found = await writersOf(await params, await currentContext());
  if (found === null) notFound();
  return { title: `${t.writers.title}: ${found.need.title || t.behovsmelding.untitled}` };
}

/** Who writes one behovsmelding, and the way to ask a school or a colleague in. */
export default async function WritersPage({ params, searchParams }: Props) {
  const found = await writersOf(await params, await currentContext());
  if (found === null) notFound();
  const { need, team, contributors, allowed } = found;
  const t = textsFor(await requestLocale());
  const { writers: words, behovsmelding } = t;
  const { columns } = words;
  const title = need.title === '' ? behovsmelding.untitled : need.title;
  const done = doneSentence(words.done, (await searchParams).gjort);
  const names = [...new Set(team.map(({ name }) => name))];
  const mayEnd = allowed.includes('contributor.end');
  const draft = need.state === 'draft' || need.state === 'returned';
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        state={<BehovsmeldingTag state={need.state} t={t} />}
        under={draft ? words.under : words.afterSent}
        crumbs={[
          { href: '/behovsmeldinger', text: behovsmelding.listTitle },
          { href: `/behovsmeldinger/${need.id}`, text: title },
        ]}
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      <section className="mb-10">
        <h2 className="mb-3 text-xl font-semibold">{words.team}</h2>
        <DataTable
          quietCaption
          caption={words.team}
          columns={[
            { key: 'name', header: columns.name },
            { key: 'role', header: columns.role },
          ]}
          rows={names.map((name) => ({
            id: name,
            cells: [
              name,
              rolesAt(
                team.filter((one) => one.name === name),
                t,
              )
                .map((one) => `${one.name}, ${one.place}`)
                .join(' · '),
            ],
          }))}
        />
      </section>
      <section className="mb-10">
        <h2 className="mb-3 text-xl font-semibold">{words.asked}</h2>
        {contributors.length === 0 ? (
          <Empty title={words.none}>{words.noneText}</Empty>
        ) : (
          <DataTable
            quietCaption
            caption={words.asked}
            columns={[
              { key: 'name', header: columns.name },
              { key: 'unit', header: columns.unit },
              { key: 'may', header: columns.may },
              { key: 'invited', header: columns.invited },
              ...(mayEnd ? [{ key: 'end', header: columns.end, act: true }] : []),
            ]}
            rows={contributors.map(({ id, name, email, unit, may, invitedByName, invitedAt }) => ({
              id,
              cells: [
                <span key="name">
                  <span className="block">{name}</span>
                  {mayEnd && <span className="text-sm font-normal break-all text-quiet">{email}</span>}
                </span>,
                unit,
                words.may[may],
                words.invitedBy(invitedByName, formatDate(invitedAt)),
                ...(mayEnd ? [<EndContributorForm key="end" needId={need.id} contributorId={id} name={name} />] : []),
              ],
            }))}
          />
        )}
      </section>
      {allowed.includes('contributor.invite') && (
        <section>
          <h2 className="mb-4 text-xl font-semibold">{words.inviteTitle}</h2>
          {contributors.length > 0 && <p className="mb-4 max-w-[42rem] text-quiet">{words.noneText}</p>}
          <InviteForm key={contributors.map(({ id }) => id).join()} needId={need.id} />
        </section>
      )}
    </>
  );
}
