import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { History } from '#components/history';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { lasts, SEATS } from '#lib/domain/people/people';
import { forumPage } from '#lib/queries/people';
import { doneSentence, formatDateTime } from '#lib/texts/format';
import { historySentence } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { DataForm } from '../../../data-form';
import { requestLocale } from '../../../locale';
import { office, seat } from '../../folk/actions';
import { personFields, RoleList } from '../../folk/role-list';
import { Seats } from './seats';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ gjort?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await forumPage(await params, await currentContext());
  if (page === null) notFound();
  return { title: page.forum.name };
}

/** A samarbeidsforum: who sits in it for whom and when, its secretariat, and the forms to change them. */
export default async function Forum({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await forumPage(await params, await currentContext());
  if (page === null) notFound();
  const { forum, held, now, today, seats, members, represented, history } = page;
  const words = t.people.forum;
  const done = doneSentence({ gitt: t.people.page.given, avsluttet: t.people.page.ended }, (await searchParams).gjort);
  const secretariat = held.filter((one) => one.role === 'secretariat' && lasts(one, today));
  const before = held.filter((one) => !lasts(one, today));
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageTitle t={t} title={forum.name} under={words.under} crumbs={[{ href: '/forum', text: words.title }]} />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      <section>
        <h2 className="text-xl font-semibold">{words.composition}</h2>
        <p className="mt-2 mb-6 max-w-[48rem] text-quiet">{words.mandate}</p>
        <Seats t={t} page={page} />
      </section>
      {secretariat.length > 0 && (
        <div className="mt-12">
          <RoleList t={t} title={words.secretariat} held={secretariat} today={today} ends={page.office} />
        </div>
      )}
      {seats && (
        <section className="mt-12">
          <h2 className="mb-6 text-xl font-semibold">{words.add}</h2>
          <DataForm
            id="sete"
            action={seat}
            hidden={{ id: forum.id }}
            submit={words.add}
            fields={personFields(t, today, [
              {
                kind: 'radio',
                name: 'role',
                label: words.as,
                options: [
                  { value: 'member', label: words.member },
                  { value: 'deputy', label: words.deputy },
                ],
                value: 'member',
              },
              {
                kind: 'select',
                name: 'seat',
                label: words.group,
                options: SEATS.map((value) => ({ value, label: t.people.seats[value] })),
                empty: words.choose,
              },
              {
                kind: 'select',
                name: 'representsId',
                label: words.represents,
                note: t.common.form.optional,
                options: options(represented),
                empty: words.nobody,
              },
              {
                kind: 'select',
                name: 'deputyForId',
                label: words.deputyOf,
                description: words.deputyOfHelp,
                options: options(members),
                empty: words.nobody,
              },
            ])}
          />
        </section>
      )}
      {page.office && (
        <div className="mt-8">
          <DataForm
            id="sekretariat"
            action={office}
            hidden={{ countyId: forum.countyId, role: 'secretariat', placeId: forum.id }}
            submit={t.people.page.submit}
            weight="secondary"
            fold={{ title: words.addSecretariat }}
            fields={personFields(t, today)}
          />
        </div>
      )}
      {before.length > 0 && (
        <div className="mt-12">
          <RoleList t={t} title={words.before} held={before} today={today} ends={false} />
        </div>
      )}
      <History
        t={t}
        entries={history.map((entry) => ({
          id: entry.id,
          at: entry.at,
          when: formatDateTime(entry.at, now),
          text: historySentence(entry, t),
        }))}
      />
    </>
  );
}
