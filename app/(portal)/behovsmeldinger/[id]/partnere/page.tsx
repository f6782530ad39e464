import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Empty, NoticeBox } from '#components/notice';
import { PartnerCard } from '#components/behovsmelding/partners-read';
import { PageTitle } from '#components/page-title';
import { BehovsmeldingTag } from '#components/state-tag';
import { currentContext } from '#lib/auth/context';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { doneSentence } from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { AnswerForms, DeclineForm } from './answer-forms';
import { PartForm } from './part-form';
import { AddSubForm, RemovePartnerForm, RemoveSubForm, ShareForm } from './share-forms';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ gjort?: string | string[]; lagret?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const found = await readBehovsmelding(await params, await currentContext());
  if (found === null) notFound();
  return { title: `${t.partners.title}: ${found.need.title || t.behovsmelding.untitled}` };
}

/** Where an owner shares a need with those it names, and where each of them answers and writes its own part. */
export default async function PartnersPage({ params, searchParams }: Props) {
  const viewer = await currentContext();
  const found = await readBehovsmelding(await params, viewer);
  if (found === null) notFound();
  const { need, allowed, mine } = found;
  const mayShare = allowed.includes('behovsmelding.share');
  if (!mayShare && mine.length === 0) redirect(`/behovsmeldinger/${need.id}`);
  const t = textsFor(await requestLocale());
  const words = t.partners;
  const search = await searchParams;
  const done = doneSentence(words.done, search.gjort);
  const own = new Set(mine.map(({ organisationId }) => organisationId));
  const title = need.title === '' ? t.behovsmelding.untitled : need.title;
  const answers = allowed.includes('behovsmelding.confirm') && mine.some(({ confirmedAt }) => confirmedAt === null);
  return (
    <>
      <PageTitle
        t={t}
        title={words.title}
        state={<BehovsmeldingTag state={need.state} t={t} />}
        under={`${title}. ${mayShare ? words.under : words.underUh}`}
        crumbs={[
          { href: '/behovsmeldinger', text: t.behovsmelding.listTitle },
          { href: `/behovsmeldinger/${need.id}`, text: title },
        ]}
      />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      {answers && (
        <AnswerForms
          id={need.id}
          name={viewer.actor.name}
          declined={mine.every(({ declinedAt }) => declinedAt !== null)}
        />
      )}
      {need.uh.length === 0 && <Empty title={words.unsettled}>{words.unsettledForm}</Empty>}
      <h2 className="ds-sr-only">{t.behovsmelding.sections.partnere}</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {[...mine, ...need.uh.filter(({ organisationId }) => !own.has(organisationId))].map((uh) => {
          const isMine = own.has(uh.organisationId);
          const fills = isMine && uh.declinedAt === null && allowed.includes('behovsmelding.save-uh');
          const through = allowed.includes('behovsmelding.add-sub-partner') && (mayShare || isMine);
          return (
            <PartnerCard key={uh.organisationId} t={t} need={need} uh={fills ? { ...uh, plan: '' } : uh}>
              {mayShare && uh.sharedAt === null && <ShareForm id={need.id} uh={uh} />}
              {isMine && uh.confirmedAt !== null && allowed.includes('behovsmelding.decline') && (
                <DeclineForm id={need.id} />
              )}
              {fills && (
                <div className="mt-4 border-t border-line pt-4">
                  <h4 className="font-semibold">{words.partTitle}</h4>
                  <p className="mb-4 text-quiet">{words.partLead}</p>
                  <PartForm key={String(search.lagret ?? '')} need={need} uh={uh} person={viewer.actor.userId} />
                </div>
              )}
              {through && uh.subPartners.map((one) => <RemoveSubForm key={one.id} id={need.id} one={one} />)}
              {through && <AddSubForm key={`til-${uh.subPartners.length}`} id={need.id} uh={uh} />}
              {allowed.includes('behovsmelding.remove-partner') && (
                <RemovePartnerForm
                  id={need.id}
                  uh={uh}
                  lines={need.lines}
                  knows={need.uhIds.includes(uh.organisationId)}
                />
              )}
            </PartnerCard>
          );
        })}
      </div>
    </>
  );
}
