import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AuthForm } from '#components/auth-form';
import { SiteFooter } from '#components/site-footer';
import { Main, SiteHeader } from '#components/site-header';
import { currentContext, currentCsrf } from '#lib/auth/context';
import { mightEver } from '#lib/domain/may';
import type { Action, Actor } from '#lib/domain/policy';
import { readPlaces } from '#lib/queries/places';
import { textsFor, type Texts } from '#lib/texts/texts';
import { requestLocale } from '../locale';
import { placeLine } from './place-line';

const MENU: readonly { href: string; text: keyof Texts['start']['menu']; action: Action }[] = [
  { href: '/forside', text: 'start', action: 'start.read' },
  { href: '/behovsmeldinger', text: 'needs', action: 'behovsmelding.read' },
  { href: '/runder', text: 'rounds', action: 'round.read' },
  { href: '/innstillinger', text: 'innstillinger', action: 'innstilling.read' },
  { href: '/tildelinger', text: 'tildelinger', action: 'report.read' },
  { href: '/rapporter', text: 'reports', action: 'report.read' },
  { href: '/dispensasjoner', text: 'dispensations', action: 'dispensation.read' },
  { href: '/logg', text: 'log', action: 'log.read' },
  { href: '/', text: 'register', action: 'register.read' },
];

const menuFor = (actor: Actor, t: Texts) =>
  MENU.filter(({ action }) => mightEver(actor, action)).map(({ href, text }) => ({ href, text: t.start.menu[text] }));

/** The gate: whoever has no role here goes to sign in, and comes back to the same page. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await currentContext();
  const places = await readPlaces({}, viewer);
  if (places === null) redirect(`/logg-inn?til=${encodeURIComponent((await headers()).get('x-path') ?? '/forside')}`);
  const t = textsFor(await requestLocale());
  const signOut = (
    <AuthForm action="/api/auth/signout" token={await currentCsrf()} back="/">
      <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit">{t.common.portal.signOut}</button>
    </AuthForm>
  );
  return (
    <>
      <SiteHeader t={t} items={menuFor(viewer.actor, t)} who={{ name: viewer.actor.name, place: placeLine(places, t) }} account={signOut} />
      <Main>{children}</Main>
      <SiteFooter t={t} />
    </>
  );
}
