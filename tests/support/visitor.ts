import { encode } from 'next-auth/jwt';
import { vi } from 'vitest';
import { authEnvironment } from '#lib/auth/environment';

let jar = new Map<string, string>();

/** What `next/headers` is outside a request: the cookies of whoever asks now. */
export const headersOfVisitor = {
  cookies: () =>
    Promise.resolve({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
};

/** From now on this person asks, at this moment, signed in as a browser is; nobody when there is no id. */
export async function visitAs(userId: string | null, now: Date): Promise<void> {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  jar = new Map(
    userId === null
      ? []
      : [['next-auth.session-token', await encode({ token: { sub: userId }, secret: authEnvironment().secret })]],
  );
}
