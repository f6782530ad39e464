import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody as an issuer knows them. */
export interface Account {
  sub: string;
  email?: string;
  email_verified?: boolean;
}

export interface Issuer {
  url: string;
  account: Account;
  stop: () => Promise<void>;
}

export const CLIENT = { id: 'portal', secret: 'a secret the issuer and the portal share' };

/** A real OpenID Connect server, where everybody who comes is `account`. */
export async function startIssuer(redirectUri: string): Promise<Issuer> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: Issuer = {
    url,
    account: { sub: 'nobody' },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const configuration: Configuration = {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key for the cookies of the test'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...issuer.account, sub }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/login' },
    pkce: { required: () => true },
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(url, configuration);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/login')
      void provider.interactionFinished(request, response, { login: { accountId: issuer.account.sub } });
    else void answer(request, response);
  });
  return issuer;
}
