import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthForm } from '#components/auth-form';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { Main, SiteFooter, SiteHeader } from '#components/site-frame';
import { mightEver } from '#lib/domain/policy/may';
import { currentContext, currentCsrf } from '#lib/auth/context';
import { demoPersons, hasIssuer } from '#lib/auth/providers';
import { pathHere } from '#lib/domain/path';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../locale';
import { Persons, whyNot } from './persons';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).auth.title };
}

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The way in: the issuer's button, and in a demo its persons. */
export default async function SignIn({ searchParams }: Search) {
  const { til, callbackUrl, error } = await searchParams;
  const t = textsFor(await requestLocale());
  const back = pathHere(callbackUrl ?? til, '/forside');
  const { actor, now } = await currentContext();
  if (mightEver(actor, 'start.read')) redirect(back);
  const token = await currentCsrf();
  const asked = callbackUrl !== undefined;
  // next-auth gives the token of its forms as a cookie, and sends the browser back here.
  if (token === null && !asked && error === undefined)
    redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(back)}`);
  const persons = await demoPersons(now);
  return (
    <>
      <SiteHeader t={t} />
      <Main>
        <PageTitle t={t} title={t.auth.title} under={t.auth.lead} />
        {error !== undefined && (
          <NoticeBox kind="warning" title={t.auth.failedTitle}>
            {whyNot(error, t)}
          </NoticeBox>
        )}
        {token === null && asked && <NoticeBox kind="warning">{t.auth.noCookies}</NoticeBox>}
        {actor.userId !== 'public' && (
          <NoticeBox kind="warning" title={t.auth.noRoleTitle}>
            {t.auth.noRole(actor.name)}
          </NoticeBox>
        )}
        {persons === null && !hasIssuer() && <NoticeBox>{t.auth.notSetUp}</NoticeBox>}
        {hasIssuer() && (
          <AuthForm action="/api/auth/signin/oidc" token={token} back={back}>
            <p className="mb-4 max-w-[48rem] text-quiet">{t.auth.issuerHelp}</p>
            <button className="ds-button" data-variant="primary" type="submit">
              {t.auth.withIssuer}
            </button>
          </AuthForm>
        )}
        {persons !== null && (
          <AuthForm action="/api/auth/callback/demo" token={token} back={back}>
            <Persons t={t} persons={persons} />
          </AuthForm>
        )}
      </Main>
      <SiteFooter t={t} />
    </>
  );
}
