import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { History } from '#components/history';
import { BehovsmeldingMoneyLines } from '#components/behovsmelding/money';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { StateTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { readDispensation } from '#lib/queries/behovsmelding/comment';
import { formatDateTime, roundName } from '#lib/texts/format';
import { historySentence } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { DecideDispensationForm } from './decide-form';

const TONE = { asked: 'warning', granted: 'success', refused: 'danger' } as const;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ svart?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const found = await readDispensation(await params, await currentContext());
  if (found === null) notFound();
  return { title: found.about?.title || t.dispensation.title };
}

export default async function DispensationPage({ params, searchParams }: Props) {
  const viewer = await currentContext();
  const found = await readDispensation(await params, viewer);
  if (found === null) notFound();
  const { dispensation, about, history, mayDecide, asked, mayRead } = found;
  const t = textsFor(await requestLocale());
  const words = t.dispensation;
  const when = (at: Date) => formatDateTime(at, viewer.now);
  const owner = about?.ownerName ?? dispensation.regionName ?? words.wholeRound;
  const title =
    about === null
      ? words.rule[dispensation.rule]
      : `${words.rule[dispensation.rule]}: ${about.title === '' ? t.behovsmelding.untitled : about.title}`;
  return (
    <>
      <PageTitle
        t={t}
        title={title}
        state={<StateTag tone={TONE[dispensation.state]}>{words.state[dispensation.state]}</StateTag>}
        under={words.under(owner, roundName(t, dispensation))}
        crumbs={[{ href: '/dispensasjoner', text: words.listTitle }]}
      />
      {(await searchParams).svart !== undefined && dispensation.state !== 'asked' && (
        <NoticeBox kind="done">{words.done}</NoticeBox>
      )}
      {about !== null && (
        <div className="mb-8 max-w-[24rem]">
          <BehovsmeldingMoneyLines t={t} need={about.money} rules={about.rules} />
        </div>
      )}
      <Said
        title={words.reasonGiven}
        by={words.askedBy(dispensation.askedByName ?? words.somebody, when(dispensation.askedAt))}
        text={dispensation.reason}
      />
      {dispensation.decidedAt !== null && (
        <Said
          title={words.answerGiven}
          by={words.decidedBy(dispensation.decidedByName ?? words.somebody, when(dispensation.decidedAt))}
          text={dispensation.decisionReason}
        />
      )}
      {mayRead && dispensation.behovsmeldingId !== null && (
        <p className="mb-6">
          <Link className="ds-link" href={`/behovsmeldinger/${dispensation.behovsmeldingId}`}>
            {t.behovsmelding.read}
          </Link>
        </p>
      )}
      {dispensation.state === 'asked' &&
        (mayDecide ? (
          <DecideDispensationForm id={dispensation.id} rule={dispensation.rule} />
        ) : (
          <p className="text-quiet">
            {asked ? words.notYours : dispensation.rule === 'split' ? words.approverOnly : words.notYourRole}
          </p>
        ))}
      <History
        t={t}
        entries={history.map((line) => ({
          id: line.id,
          at: line.at,
          when: when(line.at),
          text: historySentence(line, t),
        }))}
      />
    </>
  );
}

function Said({ title, by, text }: { title: string; by: string; text: string }) {
  return (
    <section className="mb-8 max-w-[48rem]">
      <h2 className="font-semibold">{title}</h2>
      <p className="mt-1 break-words whitespace-pre-line">{text}</p>
      <p className="mt-1 text-sm text-quiet">{by}</p>
    </section>
  );
}
