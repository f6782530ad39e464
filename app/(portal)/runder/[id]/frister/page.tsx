import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DataTable } from '#components/data-table';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { RoundTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import type { Day } from '#lib/domain/day';
import { inTime, lastDaysOf, movableIn } from '#lib/domain/round/time';
import { roundTimePage } from '#lib/queries/round';
import { doneSentence, formatDate, formatDay, formatDeadlineUntil, roundName } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { LateForm, MoveForm } from './forms';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ gjort?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).round.time.title };
}

/** The deadlines of a round, moved for all or opened for one, each with its reason. */
export default async function RoundTime({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const page = await roundTimePage(await params, await currentContext());
  if (page === null) notFound();
  const { round, late, owners, allowed, now } = page;
  const words = t.round.time;
  const name = roundName(t, round);
  const days = lastDaysOf(round);
  const done = doneSentence(words.done, (await searchParams).gjort);
  const until = (day: Day) => `${formatDay(day)}${inTime(day, now) ? '' : ` (${words.over})`}`;
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        state={<RoundTag state={round.state} t={t} />}
        under={name}
        crumbs={[
          { href: '/runder', text: t.round.list.title },
          { href: `/runder/${round.id}`, text: name },
        ]}
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      <section className="mb-12 max-w-[48rem]">
        <h2 className="mb-3 text-xl font-semibold">{t.round.deadlines}</h2>
        <dl className="grid gap-2">
          {Object.entries(days).map(([kind, day]) => (
            <div key={kind} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
              <dt>{t.round.deadline[kind as keyof typeof days]}</dt>
              <dd className="num">{formatDeadlineUntil(day, now, t)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="mb-12">
        <h2 className="mb-3 text-xl font-semibold">{words.lateList}</h2>
        {late.length === 0 ? (
          <p className="text-quiet">{words.lateNone}</p>
        ) : (
          <DataTable
            quietCaption
            caption={words.lateList}
            columns={[
              { key: 'owner', header: words.lateCol.owner },
              { key: 'until', header: words.lateCol.until },
              { key: 'reason', header: words.lateCol.reason },
              { key: 'by', header: words.lateCol.by },
              { key: 'sent', header: words.lateCol.sent, number: true },
            ]}
            rows={late.map((one) => ({
              id: one.organisationId,
              cells: [
                one.name,
                until(one.until),
                one.reason,
                words.opened(one.openedByName, formatDate(one.openedAt)),
                one.sent,
              ],
            }))}
          />
        )}
      </section>
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
        {allowed.includes('round.open-late') && (
          <section className="min-w-0">
            <h2 className="text-xl font-semibold">{words.late}</h2>
            <p className="mb-4 max-w-[42rem] text-quiet">{words.lateHelp}</p>
            <LateForm id={round.id} owners={owners.map((owner) => ({ value: owner.id, label: owner.name }))} />
          </section>
        )}
        {allowed.includes('round.move-deadline') && (
          <section className="min-w-0">
            <h2 className="text-xl font-semibold">{words.move}</h2>
            <p className="mb-4 max-w-[42rem] text-quiet">{words.moveHelp}</p>
            <MoveForm
              id={round.id}
              kinds={movableIn(round.state).map((kind) => ({
                value: kind,
                label: words.current(t.round.deadline[kind], formatDay(days[kind])),
              }))}
            />
          </section>
        )}
      </div>
    </>
  );
}
