import { filesEnvironment } from './environment';
import { s3Store } from './s3';

const A_DAY_MS = 24 * 60 * 60 * 1000;

/** The keys in the store that have lain there for a day, long after the change they were put there for; none without a store. */
export async function keysOfYesterday(now: Date): Promise<string[]> {
  const { s3 } = filesEnvironment();
  return s3 === null ? [] : s3Store(s3).olderThan(new Date(now.getTime() - A_DAY_MS));
}

/** Takes files out of the store. */
export async function removeFromStore(keys: readonly string[]): Promise<void> {
  const { s3 } = filesEnvironment();
  if (s3 === null) return;
  const { remove } = s3Store(s3);
  await Promise.all(keys.map(remove));
}
