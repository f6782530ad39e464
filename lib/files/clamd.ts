import { connect } from 'node:net';
import type { Clamd } from './environment';

const PATIENCE_MS = 30_000;
const PIECE = 64 * 1024;

function lengthOf(piece: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, piece.length);
  return bytes;
}

/** Asks clamd whether the bytes are infected, by its INSTREAM. Throws when it does not answer yes or no: then nobody knows. */
export function isInfected(clamd: Clamd, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(clamd);
    let said = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd did not answer in time.')));
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('data', (part: string) => (said += part));
    socket.on('close', () => {
      const answer = said.replaceAll('\0', '').trim();
      if (/ FOUND$/.test(answer)) resolve(true);
      else if (/^stream: OK$/.test(answer)) resolve(false);
      else reject(new Error(`clamd answered: ${answer}`));
    });
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += PIECE) {
        const piece = bytes.subarray(at, at + PIECE);
        socket.write(lengthOf(piece));
        socket.write(piece);
      }
      socket.write(new Uint8Array(4));
    });
  });
}
