import { readFileSync, writeFileSync } from 'node:fs';

// Run after changing packages (npm run lock). A registry that carries only some platforms makes npm leave the others out
// of package-lock.json, and `npm ci` then refuses the file everywhere. Each is written back as what it is: optional, and
// for its own platform only.

const FILE = 'package-lock.json';
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/**
 * @typedef {{ version?: string, os?: string[], cpu?: string[], optional?: boolean, dev?: boolean,
 * optionalDependencies?: Record<string, string> }} Entry
 */

/** The platform packages that a lock names and does not hold. @param {Record<string, Entry>} packages @returns {[string, Entry][]} */
export function missingPlatforms(packages) {
  return Object.values(packages).flatMap(({ optionalDependencies = {}, dev }) =>
    Object.entries(optionalDependencies)
      .map(
        ([name, version]) =>
          /** @type {[string, Entry]} */ ([
            `node_modules/${name}`,
            { version, ...platform(name), ...(dev && { dev }), optional: true },
          ]),
      )
      .filter(([path, { version }]) => packages[path] === undefined && /^\d/.test(version ?? '')),
  );
}

/** @param {string} name @returns {Pick<Entry, 'os' | 'cpu'>} */
function platform(name) {
  const words = name.split(/[-/]/);
  const cpu = PROCESSORS.find((word) => words.includes(word));
  const os = SYSTEMS.find((word) => words.includes(word));
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }) };
}

if (process.argv[1]?.endsWith('lock.js')) {
  const lock = JSON.parse(readFileSync(FILE, 'utf8'));
  const all = { ...lock.packages, ...Object.fromEntries(missingPlatforms(lock.packages)) };
  lock.packages = Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
}
