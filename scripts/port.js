import { createServer } from 'node:net';

/** @param {number} port @param {string} [host] @returns {Promise<number | undefined>} the port taken, if it could be */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}

/** Whether nothing listens on the port, neither on this machine's own address nor on all of them. @param {number} port */
export async function isFree(port) {
  return (await tryPort(port, '127.0.0.1')) !== undefined && (await tryPort(port)) !== undefined;
}

/** A port nobody listens on just now. */
export async function freePort() {
  const port = await tryPort(0, '127.0.0.1');
  if (port === undefined) throw new Error('No free port was found on 127.0.0.1.');
  return port;
}
