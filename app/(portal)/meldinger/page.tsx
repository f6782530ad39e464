import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { readInbox, type InboxMessage } from '#lib/queries/message';
import { formatDateTime } from '#lib/texts/format';
import { messageSentence } from '#lib/texts/message';
import { textsFor, type Texts } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { ReadForm } from './read-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).messages.title };
}

/** One message: when, what happened, and the way to it. */
function Line({ t, message, now, side }: { t: Texts; message: InboxMessage; now: Date; side: number }) {
  const sentence = messageSentence(message, t);
  const unread = message.readAt === null;
  return (
    <li
      className={`flex flex-wrap items-center justify-between gap-x-8 gap-y-1 border-b border-line py-4 ${unread ? 'border-l-4 border-l-blue pl-4' : 'pl-5'}`}
    >
      <div className="min-w-0 flex-1 basis-80">
        <p className="text-sm text-quiet">
          {unread && <span className="mr-2 font-semibold text-navy">{t.messages.unread}</span>}
          <time dateTime={message.at.toISOString()}>{formatDateTime(message.at, now)}</time>
        </p>
        <p className={`mt-0.5 break-words ${unread ? 'font-medium' : ''}`}>
          <a className="ds-link" href={`/meldinger/${message.id}`}>
            {sentence}
          </a>
        </p>
      </div>
      {unread && (
        <ReadForm id={message.id} side={side} about={sentence}>
          {t.messages.markRead}
        </ReadForm>
      )}
    </li>
  );
}

/** What the reader has been told, the newest first. */
export default async function Messages({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const inbox = await readInbox(await searchParams, await currentContext());
  if (inbox === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.messages;
  const { rows, unread, page, pages, now } = inbox;
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        under={rows.length > 0 ? words.under(unread) : undefined}
        actions={
          <>
            <ButtonLink weight="tertiary" href="/varsler">
              {t.notifications.title}
            </ButtonLink>
            {unread > 0 && <ReadForm side={page}>{words.markAll}</ReadForm>}
          </>
        }
      />
      {rows.length === 0 ? (
        <Empty title={words.noneTitle}>{words.none}</Empty>
      ) : (
        <ul className="border-t border-line">
          {rows.map((message) => (
            <Line key={message.id} t={t} message={message} now={now} side={page} />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <nav className="mt-6 flex items-center gap-4" aria-label={words.page(page, pages)}>
          {page > 1 && (
            <Link className="ds-link" href={`/meldinger?side=${page - 1}`}>
              {words.newer}
            </Link>
          )}
          <span>{words.page(page, pages)}</span>
          {page < pages && (
            <Link className="ds-link" href={`/meldinger?side=${page + 1}`}>
              {words.older}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
