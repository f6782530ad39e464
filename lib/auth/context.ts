import { cookies } from 'next/headers';
import { cache } from 'react';
import { PUBLIC } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import { db } from '#lib/db/client';
import { findActor, findLanguage } from '#lib/db/people/user';
import { csrfToken, sessionUser } from './session';

/** Who is signed in: what their cookie says is deciphered once a request. */
const signedIn = cache(async (): Promise<string | null> => {
  const jar = await cookies();
  return sessionUser((name) => jar.get(name)?.value);
});

/** Who asks (roles read from the database now) and when. The only place that asks the clock for a request. */
export const currentContext = cache(async (): Promise<{ actor: Actor; now: Date }> => {
  const now = new Date();
  const userId = await signedIn();
  const actor = userId === null ? null : await findActor(db(), userId, now);
  return { actor: actor ?? PUBLIC, now };
});

/** The token for the forms that sign in and out; null when the browser has none yet. */
export async function currentCsrf(): Promise<string | null> {
  const jar = await cookies();
  return csrfToken((name) => jar.get(name)?.value);
}

/** The written language whoever is signed in last chose; null when nobody is. */
export const currentLanguage = cache(async (): Promise<string | null> => {
  const userId = await signedIn();
  return userId === null ? null : findLanguage(db(), userId);
});
