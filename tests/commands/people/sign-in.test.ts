import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csrfToken, sessionUser } from '#lib/auth/session';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { findActor } from '#lib/db/people/user';
import { mightEver, PUBLIC } from '#lib/domain/policy/may';
import { goesTo, Jar } from '#tests/support/browser';
import { CLIENT, startIssuer, type Account, type Issuer } from '#tests/support/issuer';
import { makeWorld, NOW, type World } from '#tests/support/world';
import { GET, POST } from '../../../app/api/auth/[...nextauth]/route';

const PORTAL = 'http://localhost:3561';
let issuer: Issuer;
let world: World;

beforeAll(async () => {
  issuer = await startIssuer(`${PORTAL}/api/auth/callback/oidc`);
  const set = {
    NEXTAUTH_URL: PORTAL,
    NEXTAUTH_SECRET: 'a secret of the test',
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    DEMO_MODE: '',
  };
  Object.assign(process.env, set);
  world = await makeWorld();
});
afterAll(() => issuer.stop());

const page = (path: string) => ({ params: Promise.resolve({ nextauth: path.replace(/\?.*/, '').split('/') }) });
const get = async (jar: Jar, path: string) =>
  jar.keep(await GET(new Request(`${PORTAL}/api/auth/${path}`, { headers: { cookie: jar.header() } }), page(path)));
async function post(
  jar: Jar,
  path: string,
  fields: Record<string, string>,
  type = 'application/x-www-form-urlencoded',
) {
  const headers = { cookie: jar.header(), 'content-type': type };
  return jar.keep(
    await POST(
      new Request(`${PORTAL}/api/auth/${path}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(fields).toString(),
      }),
      page(path),
    ),
  );
}

/** Signs in at the issuer as `account`, the way a browser does; answers where the browser ends and who is signed in. */
async function signIn(account: Account): Promise<{ end: string; userId: string | null; jar: Jar }> {
  issuer.account = account;
  const [jar, theirs] = [new Jar(), new Jar()];
  await get(jar, 'signin?callbackUrl=%2Frunder');
  let at = goesTo(await post(jar, 'signin/oidc', { csrfToken: csrfToken(jar.get) ?? '', callbackUrl: '/runder' }));
  expect(new URL(at).searchParams.get('code_challenge_method')).toBe('S256');
  for (let steps = 0; at.startsWith(issuer.url) || at.startsWith('/'); steps += 1) {
    expect(steps).toBeLessThan(6);
    at = goesTo(
      theirs.keep(await fetch(new URL(at, issuer.url), { redirect: 'manual', headers: { cookie: theirs.header() } })),
    );
  }
  const end = goesTo(await get(jar, at.replace(`${PORTAL}/api/auth/`, '')));
  return { end, userId: await sessionUser(jar.get), jar };
}

const invite = (email: string) =>
  models().user.create({
    data: {
      name: 'Invitert',
      email,
      roles: { create: [{ role: 'caseworker', countyId: world.countyId, from: new Date('2020-01-01') }] },
    },
  });

describe('signing in through an OpenID Connect issuer', () => {
  it('knows an invited person by a verified e-mail address, stores the subject and logs it', async () => {
    const { id } = await invite('en@example.no');
    expect(await signIn({ sub: 'en', email: 'En@Example.no', email_verified: true })).toMatchObject({
      end: '/runder',
      userId: id,
    });
    expect(await models().user.findUnique({ where: { id } })).toMatchObject({
      oidcIssuer: issuer.url,
      oidcSubject: 'en',
    });
    expect(await models().auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
      { action: 'user.sign-in', actorId: 'system', countyId: world.countyId },
    ]);
  });

  it('knows the person by the subject from then on, also when the e-mail address is another and unverified', async () => {
    const { id } = await invite('to@example.no');
    await signIn({ sub: 'to', email: 'to@example.no', email_verified: true });
    expect(await signIn({ sub: 'to', email: 'ny@example.no', email_verified: false })).toMatchObject({
      end: '/runder',
      userId: id,
    });
  });

  it('refuses an e-mail address the issuer has not verified', async () => {
    await invite('tre@example.no');
    expect(await signIn({ sub: 'tre', email: 'tre@example.no', email_verified: false })).toMatchObject({
      end: '/logg-inn?error=email-unverified',
      userId: null,
    });
    expect(await signIn({ sub: 'tre', email: 'tre@example.no' })).toMatchObject({
      end: '/logg-inn?error=email-unverified',
      userId: null,
    });
  });

  it('refuses an e-mail address that nobody invited, and nobody is made', async () => {
    const before = await models().user.count();
    expect(await signIn({ sub: 'ukjent', email: 'ukjent@example.no', email_verified: true })).toMatchObject({
      end: '/logg-inn?error=not-invited',
      userId: null,
    });
    expect(await models().user.count()).toBe(before);
  });

  it('refuses a second subject for an address already linked to another', async () => {
    await invite('fire@example.no');
    await signIn({ sub: 'fire', email: 'fire@example.no', email_verified: true });
    expect(await signIn({ sub: 'en-annen', email: 'fire@example.no', email_verified: true })).toMatchObject({
      end: '/logg-inn?error=email-linked',
      userId: null,
    });
  });

  it('refuses a person whose access has ended', async () => {
    const { id } = await invite('fem@example.no');
    await models().user.update({ where: { id }, data: { endedAt: new Date('2026-01-01') } });
    expect(await signIn({ sub: 'fem', email: 'fem@example.no', email_verified: true })).toMatchObject({
      end: '/logg-inn?error=access-ended',
      userId: null,
    });
  });

  it('refuses an answer that did not begin in this browser', async () => {
    const end = goesTo(await get(new Jar(), 'callback/oidc?code=stolen&state=other'));
    expect(end).toMatch(/^\/api\/auth\/error\?error=(OAuth)?Callback$/);
  });
});

describe('who the session is', () => {
  it('takes a role away at once, and gives one only between its dates', async () => {
    const { id } = await invite('seks@example.no');
    const caseworks = async (now: Date) => mightEver((await findActor(db(), id, now)) ?? PUBLIC, 'round.allocate');
    expect(await caseworks(NOW)).toBe(true);
    await models().roleGrant.updateMany({ where: { userId: id }, data: { to: new Date('2027-01-16') } });
    // 22.59.59 UTC is 23.59.59 in Oslo on 15 January; a second later it is the first day without the role.
    expect([
      await caseworks(new Date('2027-01-15T22:59:59Z')),
      await caseworks(new Date('2027-01-15T23:00:00Z')),
    ]).toEqual([true, false]);
    expect(await caseworks(new Date('2019-12-31T12:00:00Z'))).toBe(false);
  });

  it('is nobody when access has ended, or the session is not signed by us', async () => {
    const { id } = await invite('sju@example.no');
    await models().user.update({ where: { id }, data: { endedAt: NOW } });
    expect(await findActor(db(), id, new Date(NOW.getTime() + 1))).toBeNull();
    expect(await sessionUser(() => 'made.by.hand')).toBeNull();
  });

  it('ends when one signs out', async () => {
    await invite('atte@example.no');
    const { jar } = await signIn({ sub: 'atte', email: 'atte@example.no', email_verified: true });
    expect(goesTo(await post(jar, 'signout', { csrfToken: csrfToken(jar.get) ?? '', callbackUrl: '/' }))).toBe('/');
    expect(await sessionUser(jar.get)).toBeNull();
  });
});

describe('the persons of the demo', () => {
  async function be(person: string): Promise<string | null> {
    const jar = new Jar();
    await get(jar, 'signin');
    await post(jar, 'callback/demo', { csrfToken: csrfToken(jar.get) ?? '', callbackUrl: '/forside', person });
    return sessionUser(jar.get);
  }

  it('can be signed in as in a demo alone, and nobody else can', async () => {
    const { id } = await models().user.create({ data: { name: 'Demo', email: 'demo@example.no', isDemo: true } });
    expect(await be(id)).toBeNull();
    process.env.DEMO_MODE = '1';
    expect(await be(id)).toBe(id);
    expect(await be(world.actors.approver.userId)).toBeNull();
    expect(await signIn({ sub: 'demo', email: 'demo@example.no', email_verified: true })).toMatchObject({
      end: '/logg-inn?error=not-invited',
    });
    process.env.DEMO_MODE = '';
  });
});

describe('what is sent to the sign-in by hand', () => {
  it('is answered without an error of ours', async () => {
    const jar = new Jar();
    const answers = [
      await post(jar, 'callback/demo', { person: '\0' }),
      await post(jar, 'signin/oidc', {}),
      await post(jar, 'signin/other', {}),
      await post(jar, 'signout', {}),
      await post(jar, 'callback/oidc', {}, 'application/json'),
      await post(jar, 'session', {}),
      await post(jar, '_log', {}),
      await get(jar, 'callback/demo'),
      await get(jar, 'signin?callbackUrl=http://['),
      await get(jar, 'a/b/c'),
      await get(jar, 'error?error=%00'),
      await get(jar, 'error?error=%F0%9F%98%80'),
      await get(jar, 'signin/%00'),
    ];
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  });

  it('never sends anyone to another site', async () => {
    for (const callbackUrl of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
    ]) {
      const jar = new Jar();
      await get(jar, `signin?callbackUrl=${encodeURIComponent(callbackUrl)}`);
      expect(goesTo(await post(jar, 'signout', { csrfToken: csrfToken(jar.get) ?? '', callbackUrl }))).toBe('/forside');
    }
  });
});
