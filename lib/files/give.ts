import { createHash } from 'node:crypto';
import { filesEnvironment } from './environment';
import { s3Store } from './s3';

/** The pieces of a file, each held until the next has come: of a file that is not what was stored the last piece is never given. */
async function* checked(pieces: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let held: Uint8Array | null = null;
  for await (const piece of pieces) {
    hash.update(piece);
    if (held !== null) yield held;
    held = piece;
  }
  if (hash.digest('hex') !== sha256)
    throw new Error(`A stored file is not what was stored: its sha256 should be ${sha256}`);
  if (held !== null) yield held;
}

const QUIET_MS = 20_000;
/** Waits for the next piece, but not for ever. */
async function soon<T>(next: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const quiet = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The store went quiet in the middle of a file.')), QUIET_MS);
  });
  try {
    return await Promise.race([next, quiet]);
  } finally {
    clearTimeout(timer);
  }
}

async function* inStore(key: string): AsyncGenerator<Uint8Array> {
  const { s3 } = filesEnvironment();
  if (s3 === null) throw new Error('A file lies in an S3 store, and none is set up: see S3_ENDPOINT.');
  const reader = (await s3Store(s3).get(key)).getReader();
  try {
    for (let read = await soon(reader.read()); !read.done; read = await soon(reader.read())) yield read.value;
  } finally {
    // Nobody reads on, or the store has gone quiet: what it was sending is no longer wanted.
    void reader.cancel().catch(() => undefined);
  }
}

/** A file as a stream, from the store when it has a key there, else from the database's pieces. Its sha256 is checked on the way. */
export function giveFile(
  { key, sha256 }: { key: string | null; sha256: string },
  inDatabase: () => AsyncIterable<Uint8Array>,
): ReadableStream<Uint8Array> {
  const pieces = checked(key === null ? inDatabase() : inStore(key), sha256);
  return new ReadableStream({
    pull: async (into) => {
      const next = await pieces.next();
      if (next.done === true) into.close();
      else into.enqueue(next.value);
    },
    cancel: () => pieces.return(undefined).then(() => undefined),
  });
}
