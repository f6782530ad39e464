import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { readRegisterTiltak } from '#lib/queries/register';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { Corrections, TiltakFacts, TiltakLines } from './parts';

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference };
}

export default async function TiltakPage({ params }: Props) {
  const tiltak = await readRegisterTiltak(await params, await currentContext());
  if (tiltak === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.register;
  const place = words.choose.place(tiltak.countyName, tiltak.year);
  const letters = tiltak.tildelinger.filter(({ imported }) => !imported);
  return (
    <>
      <PageTitle
        t={t}
        title={tiltak.title}
        under={`${tiltak.reference} · ${place}`}
        crumbs={[
          { href: '/', text: words.title },
          { href: `/fylke/${tiltak.countyId}/${tiltak.year}`, text: place },
        ]}
      />
      {tiltak.isExample && (
        <NoticeBox kind="warning" title={words.example.title}>
          <p>{words.example.body}</p>
        </NoticeBox>
      )}
      <TiltakFacts t={t} tiltak={tiltak} />
      <TiltakLines t={t} tiltak={tiltak} />
      <Corrections t={t} corrections={tiltak.corrections} />
      {letters.map(({ id }) => (
        <ButtonLink key={id} href={`/brev/${id}`}>
          {words.tiltak.letter}
        </ButtonLink>
      ))}
    </>
  );
}
