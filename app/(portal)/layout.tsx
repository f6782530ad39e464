import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AccountMenu } from '#components/menu';
import { AuthForm } from '#components/auth-form';
import { Main, MessagesLink, SiteFooter, SiteHeader } from '#components/site-frame';
import { SignOutButton } from '#components/saving/sign-out-button';
import { currentContext, currentCsrf } from '#lib/auth/context';
import { mightEver } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import type { Action } from '#lib/domain/policy/policy';
import { readUnread } from '#lib/queries/message';
import { readPlaces } from '#lib/queries/register';
import { textsFor, type Texts } from '#lib/texts/texts';
import { requestLocale } from '../locale';
import { placeLine } from '../role-words';

type Item = { href: string; text: keyof Texts['start']['menu']; action: Action };

/** The work. */
const MENU: readonly Item[] = [
  { href: '/forside', text: 'start', action: 'start.read' },
  { href: '/behovsmeldinger', text: 'needs', action: 'behovsmelding.read' },
  { href: '/runder', text: 'rounds', action: 'round.read' },
  { href: '/innstillinger', text: 'innstillinger', action: 'innstilling.read' },
  { href: '/tildelinger', text: 'tildelinger', action: 'report.read' },
  { href: '/rapporter', text: 'reports', action: 'report.read' },
  { href: '/dispensasjoner', text: 'dispensations', action: 'dispensation.read' },
  { href: '/', text: 'register', action: 'register.read' },
];

/** What surrounds the work, under one's name. */
const OWN_MENU: readonly Item[] = [
  { href: '/fullmakter', text: 'delegations', action: 'delegation.read' },
  { href: '/folk', text: 'people', action: 'people.read' },
  { href: '/forum', text: 'forum', action: 'forum.read' },
  { href: '/regioner', text: 'regions', action: 'region.read' },
  { href: '/organisasjoner', text: 'organisations', action: 'organisation.read' },
  { href: '/varsler', text: 'notifications', action: 'message.read' },
  { href: '/oppsett', text: 'setup', action: 'setup.read' },
  { href: '/logg', text: 'log', action: 'log.read' },
];

const shown = (items: readonly Item[], actor: Actor, t: Texts) =>
  items.filter(({ action }) => mightEver(actor, action)).map(({ href, text }) => ({ href, text: t.start.menu[text] }));

/** The gate: whoever has no role here goes to sign in, and comes back to the same page. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await currentContext();
  const [places, unread, token] = await Promise.all([readPlaces({}, viewer), readUnread({}, viewer), currentCsrf()]);
  if (places === null) redirect(`/logg-inn?til=${encodeURIComponent((await headers()).get('x-path') ?? '/forside')}`);
  const t = textsFor(await requestLocale());
  const signOut = (
    <AuthForm action="/api/auth/signout" token={token} back="/">
      <SignOutButton person={viewer.actor.userId} isSmall />
    </AuthForm>
  );
  return (
    <>
      <SiteHeader
        t={t}
        items={shown(MENU, viewer.actor, t)}
        aside={<MessagesLink t={t} unread={unread ?? 0} />}
        account={
          <AccountMenu name={viewer.actor.name} place={placeLine(places, t)} items={shown(OWN_MENU, viewer.actor, t)}>
            {signOut}
          </AccountMenu>
        }
      />
      <Main>{children}</Main>
      <SiteFooter t={t} />
    </>
  );
}
