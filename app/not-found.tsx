'use client';

import { ButtonLink } from '#components/button';
import { useTexts } from '#components/locale';
import { SiteFooter } from '#components/site-footer';
import { Main, SiteHeader } from '#components/site-header';

// Every page carries this one along, so it is sent as a name and not described.
/** One answer for what is missing and what is closed to the reader: it does not tell which. */
export default function NotFound() {
  const t = useTexts();
  return (
    <>
      <SiteHeader t={t} />
      <Main>
        <div className="prose">
          <h1 className="text-3xl font-semibold tracking-tight">{t.errors.missingTitle}</h1>
          <p>{t.errors.missingBody}</p>
          <div className="pt-4">
            <ButtonLink href="/">{t.errors.toStart}</ButtonLink>
          </div>
        </div>
      </Main>
      <SiteFooter t={t} />
    </>
  );
}
