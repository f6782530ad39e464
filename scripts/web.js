import { join } from 'node:path';

// Twice what the portal keeps; without a limit Node lets the heap grow long before it tidies up.
const HEAP = '--max-old-space-size=384';
// Longer than whoever stands before the portal keeps a connection that rests (often a minute): closed first here, it may be just when something is sent on it.
const REST_MS = 75_000;

/** What Node is given to serve the portal at this port. Whoever sets a heap of their own in NODE_OPTIONS keeps it. @param {number} port */
export function webArguments(port, development = false) {
  const own = development || (process.env.NODE_OPTIONS ?? '').includes('max-old-space-size');
  return [
    ...(own ? [] : [HEAP]),
    join('node_modules', 'next', 'dist', 'bin', 'next'),
    development ? 'dev' : 'start',
    '-p',
    String(port),
    ...(development ? [] : ['--keepAliveTimeout', String(REST_MS)]),
  ];
}
