import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface ClamdServer {
  environment: Readonly<Record<string, string>>;
  scanned: number;
  stop: () => Promise<void>;
}

/** The signature all scanners find in the file that tests them, in two parts so that none finds it here. */
export const INFECTED = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A clamd that knows INSTREAM alone: pieces with their length before them, and a length of 0 at the end. */
export async function startClamd(): Promise<ClamdServer> {
  const server: ClamdServer = {
    environment: {},
    scanned: 0,
    stop: () => new Promise((resolve) => tcp.close(() => resolve())),
  };
  const tcp = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('data', (part) => {
      got = Buffer.concat([got, part]);
      const file = contents(got);
      if (file === null) return;
      server.scanned += 1;
      socket.end(file.includes(INFECTED) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  server.environment = { CLAMD_HOST: '127.0.0.1', CLAMD_PORT: String((tcp.address() as AddressInfo).port) };
  return server;
}

/** What was streamed, once all of it has come; null before. */
function contents(got: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (got.length < command.length) return null;
  if (got.toString('latin1', 0, command.length) !== command)
    throw new Error('clamd was asked for something else than INSTREAM.');
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length;) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
