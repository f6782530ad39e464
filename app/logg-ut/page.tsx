import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthForm } from '#components/auth-form';
import { PageTitle } from '#components/page-title';
import { SignOutButton } from '#components/saving/sign-out-button';
import { Main, SiteHeader } from '#components/site-frame';
import { currentContext, currentCsrf } from '#lib/auth/context';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../locale';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).auth.leaveTitle };
}

/** Asked only when the header's own button had no token to send. */
export default async function SignOut() {
  const t = textsFor(await requestLocale());
  const { actor } = await currentContext();
  if (actor.userId === 'public') redirect('/');
  return (
    <>
      <SiteHeader t={t} />
      <Main>
        <PageTitle t={t} title={t.auth.leaveTitle} under={t.auth.leave} />
        <AuthForm action="/api/auth/signout" token={await currentCsrf()} back="/">
          <SignOutButton person={actor.userId} />
        </AuthForm>
      </Main>
    </>
  );
}
