import type { ReactNode } from 'react';
import { ButtonLink } from '#components/button';
import { Main, SiteFooter, SiteHeader } from '#components/site-frame';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../locale';

/** The frame around what anyone may see: no menu of tasks, one way in. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = textsFor(await requestLocale());
  const signIn = (
    <ButtonLink href="/logg-inn" weight="primary">
      {t.common.portal.signIn}
    </ButtonLink>
  );
  return (
    <>
      <SiteHeader t={t} account={signIn} />
      <Main>{children}</Main>
      <SiteFooter t={t} />
    </>
  );
}
