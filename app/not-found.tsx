import type { Metadata } from 'next';
import { Main, SiteFooter, SiteHeader } from '#components/site-frame';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from './locale';
import { MissingPage } from './missing';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).errors.missingTitle };
}

/** An address that leads nowhere, with a frame of its own. */
export default async function NotFound() {
  const t = textsFor(await requestLocale());
  return (
    <>
      <SiteHeader t={t} />
      <Main>
        <MissingPage />
      </Main>
      <SiteFooter t={t} />
    </>
  );
}
