import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { FileList } from '#components/files/file-list';
import { History } from '#components/history';
import { ApplicantWarning } from '#components/behovsmelding/demands';
import { EarlierBehovsmelding } from '#components/behovsmelding/earlier';
import { BehovsmeldingMoneyLines } from '#components/behovsmelding/money';
import { BehovsmeldingParties, OwnersAnswer } from '#components/behovsmelding/owners-read';
import { BehovsmeldingPartners } from '#components/behovsmelding/partners-read';
import { BehovsmeldingBudget, BehovsmeldingTexts } from '#components/behovsmelding/read';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { BehovsmeldingTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { decideReopen } from '#lib/domain/behovsmelding/decide';
import type { Section } from '#lib/domain/behovsmelding/form';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { commentsOn } from '#lib/queries/behovsmelding/comment';
import { doneSentence, formatDateTime, formatDay, formatDeadline } from '#lib/texts/format';
import { historySentence } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { askedLine, deadlineOf, sayComment, sayReturned, stopsOf, underLine } from '../words';
import { AnswerForms, OwnerForm } from './partnere/answer-forms';
import { ApprovalPart, ReopenForm, WithdrawForm } from './forms';
import { SectionComments } from './comments';
import { ReturnForm } from './give-back';
import { Notes, Returned } from './notes';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ sendt?: string; gjort?: string | string[]; kommentar?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const found = await readBehovsmelding(await params, await currentContext());
  if (found === null) notFound();
  return { title: found.need.title || t.behovsmelding.title };
}

export default async function BehovsmeldingPage({ params, searchParams }: Props) {
  const viewer = await currentContext();
  const found = await readBehovsmelding(await params, viewer);
  if (found === null) notFound();
  const { need, returned, files, history, allowed, mine, waiting, decision, earlier, seesWriters } = found;
  const search = await searchParams;
  const t = textsFor(await requestLocale());
  const words = t.behovsmelding;
  const mayWrite = allowed.includes('behovsmelding.save');
  const approves = need.readyAt !== null && allowed.includes('behovsmelding.decline-approval');
  const done = doneSentence({ ...words.done, ...t.partners.done, ...t.writers.done }, search.gjort);
  const talk = await commentsOn({ id: need.id }, viewer);
  const said = talk?.comments.map((one) => sayComment(one, viewer.now, t)) ?? [];
  const after = (section: Section) =>
    talk !== null && (
      <SectionComments
        needId={need.id}
        section={section}
        said={said}
        open={search.kommentar === section}
        mayWrite={talk.mayWrite}
      />
    );
  return (
    <>
      <PageTitle
        t={t}
        title={need.title === '' ? words.untitled : need.title}
        state={<BehovsmeldingTag state={need.state} t={t} />}
        under={underLine(need, viewer.now, t)}
        crumbs={[{ href: '/behovsmeldinger', text: words.listTitle }]}
        actions={
          <>
            {mayWrite && (
              <ButtonLink weight={approves ? 'secondary' : 'primary'} href={`/behovsmeldinger/${need.id}/skriv`}>
                {words.write}
              </ButtonLink>
            )}
            {seesWriters && (
              <ButtonLink weight="secondary" href={`/behovsmeldinger/${need.id}/skrivere`}>
                {t.writers.title}
              </ButtonLink>
            )}
          </>
        }
      />
      {search.sendt !== undefined && need.state === 'submitted' && (
        <NoticeBox kind="done" title={words.sent}>
          {need.roundState === 'open' ? words.sentNext(deadlineOf(need)) : words.sentNow}
        </NoticeBox>
      )}
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      {decision !== null && (
        <NoticeBox
          title={t.common.outcome[decision.outcome]}
          action={
            <Link className="ds-link" href={`/brev/${decision.tildelingId}`}>
              {words.letter}
            </Link>
          }
        >
          {words.decided}
        </NoticeBox>
      )}
      {need.paperReceivedOn !== null && <NoticeBox>{words.onPaper(formatDay(need.paperReceivedOn))}</NoticeBox>}
      {need.state === 'returned' && (
        <NoticeBox kind="warning" title={words.returned}>
          <p>{need.returnComment}</p>
          {mayWrite && (
            <p>
              {need.returnedUntil === null ? words.returnedNext : words.returnedBy(formatDeadline(need.returnedUntil))}
            </p>
          )}
        </NoticeBox>
      )}
      <Returned
        t={t}
        needId={need.id}
        said={returned.map((one) => sayReturned(one, viewer.now, t))}
        mayWrite={mayWrite}
      />
      {mayWrite && need.dispensations.some(({ state }) => state === 'asked') && (
        <NoticeBox>{t.dispensation.pending}</NoticeBox>
      )}
      {need.dispensations
        .filter(({ state }) => state === 'granted')
        .map((one) => (
          <NoticeBox key={one.id}>{t.dispensation.grantedNote(one.decisionReason)}</NoticeBox>
        ))}
      {allowed.includes('behovsmelding.reopen') && decideReopen(need, viewer).kind === 'done' && (
        <ReopenForm id={need.id} deadline={deadlineOf(need)} />
      )}
      {need.declineComment !== '' && (
        <NoticeBox kind="warning" title={t.writers.declined}>
          <p>{need.declineComment}</p>
          {mayWrite && <p>{t.writers.declinedNext}</p>}
        </NoticeBox>
      )}
      {approves ? (
        <ApprovalPart need={need} asked={askedLine(need, viewer.now, t)} stops={stopsOf(need, viewer.now, t)} />
      ) : (
        need.readyAt !== null && <NoticeBox>{askedLine(need, viewer.now, t)}</NoticeBox>
      )}
      <OwnersAnswer t={t} need={need} />
      {waiting.names.length > 0 && (
        <OwnerForm
          id={need.id}
          names={waiting.names.join(', ')}
          mayWithdraw={allowed.includes('behovsmelding.withdraw')}
        />
      )}
      {mine.some(({ confirmedAt }) => confirmedAt === null) && allowed.includes('behovsmelding.confirm') && (
        <AnswerForms
          id={need.id}
          name={viewer.actor.name}
          declined={mine.every(({ declinedAt }) => declinedAt !== null)}
        />
      )}
      <div className="gap-12 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <ApplicantWarning t={t} need={need} />
          {earlier !== null && <EarlierBehovsmelding t={t} earlier={earlier} />}
          <BehovsmeldingTexts t={t} need={need} after={after} />
          <BehovsmeldingParties t={t} need={need} />
          <BehovsmeldingPartners t={t} need={need} />
          <div id="del-partnere" className="-mt-6 mb-10 scroll-mt-6">
            {after('partnere')}
          </div>
          {(mine.length > 0 || allowed.includes('behovsmelding.share')) && (
            <p className="no-print mb-10">
              <ButtonLink href={`/behovsmeldinger/${need.id}/partnere`}>
                {mine.length > 0 ? t.partners.partLink : t.partners.follow}
              </ButtonLink>
            </p>
          )}
          <BehovsmeldingBudget t={t} need={need} />
          <div id="del-budsjett" className="-mt-6 scroll-mt-6">
            {after('budsjett')}
          </div>
          <div id="del-egenandel" className="mb-10 scroll-mt-6">
            {after('egenandel')}
          </div>
          <section className="mb-10">
            <h2 className="mb-2 text-xl font-semibold">{t.attachment.title}</h2>
            <FileList t={t} files={files} />
          </section>
        </div>
        <aside className="mb-10" aria-label={t.common.money.panel}>
          <BehovsmeldingMoneyLines t={t} need={need} rules={need.rules} />
        </aside>
      </div>
      <div className="no-print mt-4 grid gap-6">
        {allowed.includes('behovsmelding.return') && <ReturnForm id={need.id} />}
        {allowed.includes('behovsmelding.withdraw') && <WithdrawForm id={need.id} />}
      </div>
      <Notes t={t} needId={need.id} viewer={viewer} />
      <History
        t={t}
        entries={history.map((line) => ({
          id: line.id,
          at: line.at,
          when: formatDateTime(line.at, viewer.now),
          text: historySentence(line, t),
        }))}
      />
    </>
  );
}
