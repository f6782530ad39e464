import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty, NoticeBox } from '#components/notice';
import { History } from '#components/history';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { lasts } from '#lib/domain/people/people';
import { organisationPeople } from '#lib/queries/people';
import { doneSentence, formatDateTime } from '#lib/texts/format';
import { historySentence } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { DataForm } from '../../../data-form';
import { requestLocale } from '../../../locale';
import { giveRoleHere, name as nameFirst } from '../actions';
import { personFields, RoleList } from '../role-list';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ gjort?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const page = await organisationPeople(await params, await currentContext());
  if (page === null) notFound();
  return { title: `${t.people.title}: ${page.organisation.name}` };
}

/** Who holds what in an organisation, and the forms to give a role and take it back. */
export default async function OrganisationPeople({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await organisationPeople(await params, await currentContext());
  if (page === null) notFound();
  const { organisation, held, today, now, gives, names, administered, history } = page;
  const words = t.people.page;
  const active = held.filter((one) => lasts(one, today));
  const before = held.filter((one) => !lasts(one, today));
  const done = doneSentence(
    { gitt: words.given, avsluttet: words.ended, registrert: t.people.organisations.new.done },
    (await searchParams).gjort,
  );
  const roles = gives.map((role) => ({ value: role, label: t.auth.roles[role], description: t.people.roleHelp[role] }));
  return (
    <>
      <PageTitle
        t={t}
        title={organisation.name}
        under={words.under}
        crumbs={page.alone ? [] : [{ href: '/folk', text: t.people.title }]}
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      {active.length === 0 ? (
        <Empty title={words.nobody}>{words.nobodyBody}</Empty>
      ) : (
        <RoleList t={t} title={words.now} held={active} today={today} ends={gives.length > 0} />
      )}
      {gives.length === 0 && !names && administered && <p className="mt-4 text-quiet">{words.has}</p>}
      {gives.length > 0 && (
        <section className="mt-12">
          <h2 className="text-xl font-semibold">{words.invite}</h2>
          <p className="mt-2 mb-6 max-w-[48rem] text-quiet">{words.inviteBody}</p>
          <DataForm
            id="ny"
            action={giveRoleHere}
            hidden={{ id: organisation.id }}
            submit={words.submit}
            fields={personFields(t, today, [{ kind: 'radio', name: 'role', label: words.role, options: roles }])}
          />
        </section>
      )}
      {names && (
        <section className="mt-12">
          <h2 className="text-xl font-semibold">{words.first}</h2>
          <p className="mt-2 mb-6 max-w-[48rem] text-quiet">{words.firstBody}</p>
          <DataForm
            id="ny"
            action={nameFirst}
            hidden={{ id: organisation.id }}
            submit={words.submit}
            fields={personFields(t, today)}
          />
        </section>
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
