import { connect, createServer, type Socket } from 'node:net';

/** What was sent over a tap: each statement with its values as one text. */
export interface Tap {
  readonly url: string;
  readonly sent: string[];
  readonly close: () => void;
}

/** A door to the database that hears which statements pass, whoever sends them and however they are prepared. */
export async function tapped(url: string): Promise<Tap> {
  const place = new URL(url);
  const target = { host: place.hostname, port: Number(place.port) };
  const sent: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(target);
    const hear = listener((statement) => sent.push(statement));
    client.on('data', hear);
    client.pipe(database).pipe(client);
    for (const one of [client, database]) {
      open.add(one);
      one.on('error', () => undefined).on('close', () => (client.destroy(), database.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  place.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  const close = (): void => {
    server.close();
    for (const one of open) one.destroy();
  };
  return { url: place.href, sent, close };
}

const CONTROL = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|SET|DEALLOCATE|SELECT 1)\b/i;

/** Reads PostgreSQL's protocol as it comes in pieces: Parse names a statement, Bind sends it with its values, Query sends a text. */
function listener(hear: (statement: string) => void): (part: Buffer) => void {
  const named = new Map<string, string>();
  let held: Buffer = Buffer.alloc(0);
  let begun = false;
  const message = (kind: string, body: Buffer): void => {
    const end = body.indexOf(0);
    const first = body.toString('utf8', 0, end);
    if (kind === 'P') named.set(first, body.toString('utf8', end + 1, body.indexOf(0, end + 1)));
    const second = kind === 'B' ? body.indexOf(0, end + 1) : -1;
    const text = kind === 'Q' ? first : kind === 'B' ? named.get(body.toString('utf8', end + 1, second)) : undefined;
    if (text === undefined || CONTROL.test(text)) return;
    hear(`${text} ${kind === 'B' ? body.toString('latin1', second + 1) : ''}`);
  };
  return (part) => {
    held = Buffer.concat([held, part]);
    for (;;) {
      // The first message of a connection has no letter before its length.
      const head = begun ? 1 : 0;
      if (held.length < head + 4) return;
      const length = head + held.readUInt32BE(head);
      if (held.length < length) return;
      if (begun) message(held.toString('latin1', 0, 1), held.subarray(head + 4, length));
      begun = true;
      held = held.subarray(length);
    }
  };
}

/** How many of these repeat an earlier one, values and all. */
export const repeatsIn = (sent: readonly string[]): number => sent.length - new Set(sent).size;
