import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { EarlierNeed } from '#components/need/earlier';
import { Notice } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { NeedTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { inTime } from '#lib/domain/deadline';
import { writeBehovsmelding } from '#lib/queries/behovsmelding';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { underLine, deadlineOf } from '../../words';
import { NeedForm } from './need-form';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ lagret?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const found = await writeBehovsmelding(await params, await currentContext());
  if (found === null) notFound();
  return { title: `${t.behovsmelding.writeTitle} ${found.need.title}`.trim() };
}

export default async function WritePage({ params, searchParams }: Props) {
  const viewer = await currentContext();
  const found = await writeBehovsmelding(await params, viewer);
  if (found === null) notFound();
  const { need, files, partners, allowed, earlier } = found;
  if (!allowed.includes('behovsmelding.save')) redirect(`/behovsmeldinger/${need.id}`);
  const t = textsFor(await requestLocale());
  const words = t.behovsmelding;
  const saved = String((await searchParams).lagret ?? '');
  const again = need.state === 'returned';
  const closed = need.roundState !== 'open' && !(again && need.roundState === 'closed');
  const late = !again && !inTime(need.needLastDay, viewer.now) ? words.late(deadlineOf(need)) : closed ? words.roundClosed : null;
  return (
    <>
      <PageTitle
        t={t} title={need.title === '' ? words.writeTitle : need.title} state={<NeedTag state={need.state} t={t} />} under={underLine(need, viewer.now, t)}
        crumbs={[{ href: '/behovsmeldinger', text: words.listTitle }, { href: `/behovsmeldinger/${need.id}`, text: words.read }]}
      />
      {saved !== '' && <Notice kind="done">{words.saved}</Notice>}
      {need.state === 'returned' && <Notice kind="warning" title={words.returned}><p>{need.returnComment}</p><p>{words.returnedNext}</p></Notice>}
      {need.dispensations.some(({ state }) => state === 'asked') && <Notice>{t.dispensation.pending}</Notice>}
      {need.dispensations.filter(({ state }) => state === 'granted').map((one) => <Notice key={one.id} kind="done">{t.dispensation.grantedNote(one.decisionReason)}</Notice>)}
      {need.dispensations.at(-1)?.state === 'refused' && <Notice kind="warning">{t.dispensation.refusedNote(need.dispensations.at(-1)?.decisionReason ?? '')}</Notice>}
      {earlier !== null && <EarlierNeed t={t} earlier={earlier} />}
      {/* A save leads to a page of its own and a fresh form; what was refused stays in the form it was typed in. */}
      <NeedForm key={saved} need={need} files={files} partners={partners} late={late} maySend={allowed.includes('behovsmelding.submit')} />
    </>
  );
}
