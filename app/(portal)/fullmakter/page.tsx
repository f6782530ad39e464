import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { dayAt } from '#lib/domain/day';
import { readDelegations } from '#lib/queries/delegation';
import { doneSentence } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { EarlierDelegations, GivenDelegations, InCounty, ReceivedDelegations } from './tables';
import { GiveForm } from './forms';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).delegation.title };
}

/** What an owner has let a region's office do, and what an office may do for whom. */
export default async function DelegationsPage({
  searchParams,
}: {
  searchParams: Promise<{ gjort?: string | string[] }>;
}) {
  const viewer = await currentContext();
  const found = await readDelegations({}, viewer);
  if (found === null) notFound();
  const { given, received, without, choices, isOwner, isOffice, inCounty } = found;
  const t = textsFor(await requestLocale());
  const words = t.delegation;
  const done = doneSentence(words.done, (await searchParams).gjort);
  const owners = [...new Map(choices.map((one) => [one.ownerId, one.ownerName]))];
  const ended = given.filter(({ state }) => state === 'ended');
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        under={isOwner ? words.underOwner : isOffice ? words.underOffice : words.underCounty}
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      {isOffice && (
        <section className="mb-12">
          <h2 className="mb-4 text-xl font-semibold">{words.receivedTitle}</h2>
          <ReceivedDelegations t={t} rows={received} without={without} now={viewer.now} />
        </section>
      )}
      {isOwner && (
        <section className="mb-12">
          <h2 className="mb-4 text-xl font-semibold">{words.givenTitle}</h2>
          <GivenDelegations t={t} rows={given} now={viewer.now} />
        </section>
      )}
      {owners.map(([ownerId, ownerName]) => (
        <section key={ownerId} className="mb-12">
          <h2 className="mb-2 text-xl font-semibold">
            {words.giveTitle}
            {owners.length > 1 && ` (${ownerName})`}
          </h2>
          <p className="mb-5 max-w-[42rem] text-quiet">{words.giveLead}</p>
          <GiveForm
            ownerId={ownerId}
            offices={choices.filter((one) => one.ownerId === ownerId)}
            today={dayAt(viewer.now)}
          />
        </section>
      ))}
      {isOwner && choices.length === 0 && <p className="mb-12 text-quiet">{words.noRegions}</p>}
      {inCounty !== null && <InCounty t={t} rows={inCounty} now={viewer.now} />}
      {ended.length > 0 && <EarlierDelegations t={t} rows={ended} now={viewer.now} />}
    </>
  );
}
