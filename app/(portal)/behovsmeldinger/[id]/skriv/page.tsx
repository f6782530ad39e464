import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { EarlierBehovsmelding } from '#components/behovsmelding/earlier';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { BehovsmeldingTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { toldIn } from '#lib/domain/behovsmelding/comment';
import { sendingOf, whyNotSend } from '#lib/domain/behovsmelding/sending';
import { dayAt } from '#lib/domain/day';
import { writeBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { explainRefusal } from '#lib/texts/explain';
import { formatDeadline } from '#lib/texts/format';
import { formHelp } from '#components/behovsmelding/form-help';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { askedLine, sayComment, sayReturned, underLine } from '../../words';
import { BehovsmeldingForm } from './form';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ lagret?: string | string[]; sagt?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const found = await writeBehovsmelding(await params, await currentContext());
  if (found === null) notFound();
  return { title: `${t.behovsmelding.writeTitle} ${found.need.title}`.trim() };
}

/** How the work ends for whoever writes: they send it, they ask the leader to, or the owner sends it. */
const endsOf = (allowed: readonly string[]) =>
  allowed.includes('behovsmelding.submit') ? 'send' : allowed.includes('behovsmelding.ask-approval') ? 'ask' : 'save';

export default async function WritePage({ params, searchParams }: Props) {
  const viewer = await currentContext();
  const found = await writeBehovsmelding(await params, viewer);
  if (found === null) notFound();
  const { need, files, partners, choices, allowed, earlier, said, returned, mayComment, mayResolve } = found;
  if (!allowed.includes('behovsmelding.save')) redirect(`/behovsmeldinger/${need.id}`);
  const t = textsFor(await requestLocale());
  const words = t.behovsmelding;
  const { lagret, sagt } = await searchParams;
  const [saved, told] = [String(lagret ?? ''), String(sagt ?? '')];
  const talk = {
    said: [
      ...returned.map((one) => sayReturned(one, viewer.now, t)),
      ...said.map((one) => sayComment(one, viewer.now, t)),
    ],
    mayWrite: mayComment,
    mayResolve,
  };
  const no = whyNotSend(sendingOf(need), dayAt(viewer.now));
  const late = no === null ? null : explainRefusal(no, t);
  return (
    <>
      <PageTitle
        t={t}
        title={need.title === '' ? words.writeTitle : need.title}
        state={<BehovsmeldingTag state={need.state} t={t} />}
        under={underLine(need, viewer.now, t)}
        crumbs={[
          { href: '/behovsmeldinger', text: words.listTitle },
          { href: `/behovsmeldinger/${need.id}`, text: words.read },
        ]}
        actions={
          <ButtonLink weight="secondary" href={`/behovsmeldinger/${need.id}/skrivere`}>
            {t.writers.title}
          </ButtonLink>
        }
      />
      {need.state === 'returned' && (
        <NoticeBox kind="warning" title={words.returned}>
          <p>{need.returnComment}</p>
          <p>
            {need.returnedUntil === null ? words.returnedNext : words.returnedBy(formatDeadline(need.returnedUntil))}
          </p>
        </NoticeBox>
      )}
      {need.lateUntil !== null && no === null && (
        <NoticeBox>{words.lateOpen(formatDeadline(need.lateUntil))}</NoticeBox>
      )}
      {need.declineComment !== '' && (
        <NoticeBox kind="warning" title={t.writers.declined}>
          <p>{need.declineComment}</p>
          <p>{t.writers.declinedNext}</p>
        </NoticeBox>
      )}
      {need.readyAt !== null && (
        <NoticeBox>
          <p>
            {askedLine(need, viewer.now, t)} {!allowed.includes('behovsmelding.submit') && t.writers.waits}
          </p>
        </NoticeBox>
      )}
      {need.dispensations.some(({ state }) => state === 'asked') && <NoticeBox>{t.dispensation.pending}</NoticeBox>}
      {need.dispensations
        .filter(({ state }) => state === 'granted')
        .map((one) => (
          <NoticeBox key={one.id} kind="done">
            {t.dispensation.grantedNote(one.decisionReason)}
          </NoticeBox>
        ))}
      {need.dispensations.at(-1)?.state === 'refused' && (
        <NoticeBox kind="warning">
          {t.dispensation.refusedNote(need.dispensations.at(-1)?.decisionReason ?? '')}
        </NoticeBox>
      )}
      {earlier !== null && <EarlierBehovsmelding t={t} earlier={earlier} />}
      {/* A save without script leads to a page of its own and a fresh form; what was refused stays in the form it was typed in. */}
      <BehovsmeldingForm
        key={`${saved} ${told}`}
        need={need}
        files={files}
        partners={partners}
        choices={choices}
        late={late}
        person={viewer.actor.userId}
        ends={endsOf(allowed)}
        mayShare={allowed.includes('behovsmelding.share')}
        talk={talk}
        told={toldIn(told)}
        isSaved={saved !== ''}
        help={formHelp(t, need)}
        fresh={[crypto.randomUUID(), crypto.randomUUID()]}
      />
    </>
  );
}
