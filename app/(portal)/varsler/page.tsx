import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { readNotifications } from '#lib/queries/message';
import { doneSentence, formatDate } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { CalendarForms, ChoiceForm } from './forms';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).notifications.title };
}

/** How one is told: by e-mail, and in one's own calendar. */
export default async function Notifications({
  searchParams,
}: {
  searchParams: Promise<{ gjort?: string | string[] }>;
}) {
  const settings = await readNotifications({}, await currentContext());
  if (settings === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.notifications;
  const said = doneSentence(
    { lagret: words.saved, laget: words.made, avsluttet: words.ended },
    (await searchParams).gjort,
  );
  const { email, choices, mailFailedAt, mailIsSet, calendar } = settings;
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        under={words.under}
        actions={<ButtonLink href="/meldinger">{words.toMessages}</ButtonLink>}
      />
      {said !== undefined && (
        <NoticeBox kind="done">
          <p>{said}</p>
        </NoticeBox>
      )}
      <section className="mb-12">
        <h2 className="mb-3 text-xl font-semibold">{words.mailTitle}</h2>
        {!mailIsSet && (
          <NoticeBox>
            <p>{words.notSet}</p>
          </NoticeBox>
        )}
        {mailFailedAt === null ? (
          <p className="mb-5 break-words">{words.address(email)}</p>
        ) : (
          <NoticeBox kind="warning">
            <p className="break-words">{words.failing(email, formatDate(mailFailedAt))}</p>
          </NoticeBox>
        )}
        <ChoiceForm chosen={choices} />
      </section>
      <section id="kalender">
        <h2 className="mb-3 text-xl font-semibold">{words.calendarTitle}</h2>
        <p className="prose mb-5">{words.calendarLead}</p>
        <CalendarForms address={calendar} />
      </section>
    </>
  );
}
