import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/** A fault told to the person in a sentence, without a stack. */
export class Sentence extends Error {}

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Announces a step, does it, and tells how long it took.
 * @template T @param {string} title @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function step(title, work) {
  const begun = Date.now();
  say(`→ ${title}`);
  const result = await work();
  say(`  done in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs a program to its end. Quiet: what it writes is shown only if it fails, under the sentence.
 * @param {string} program @param {string[]} args
 * @param {{ sentence: string, quiet?: boolean, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 */
export function run(program, args, { sentence, quiet = true, env = process.env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    children.add(child);
    let written = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (written += String(part)));
    child.once('error', (error) => reject(new Sentence(`${sentence}\n${error.message}`)));
    child.once('close', (code, signal) => {
      children.delete(child);
      if (code === 0) resolve();
      else reject(new Sentence([sentence, shorten(written), signal ?? ''].join('\n').trim()));
    });
  });
}

/** The first and the last lines: a program says what went wrong in either. @param {string} text */
function shorten(text) {
  const lines = text.trim().split('\n');
  return (lines.length <= 80 ? lines : [...lines.slice(0, 40), '…', ...lines.slice(-40)]).join('\n');
}

/** A script of package.json, through the npm that started us. @param {string} script @param {Parameters<typeof run>[2]} options */
export function npm(script, options) {
  return npmCommand(['run', '--silent', ...script.split(' ')], options);
}

/** @param {string[]} args @param {Parameters<typeof run>[2]} options */
export function npmCommand(args, options) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], options) : run('npm', args, options);
}

/** Stops the programs that `run` has not seen the end of. */
export function stopChildren() {
  for (const child of children) child.kill('SIGTERM');
}

/** Ends the process with the fault in words; a fault nobody foresaw keeps its stack. @param {unknown} fault @returns {never} */
export function giveUp(fault) {
  const words =
    fault instanceof Sentence ? fault.message : fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  process.stderr.write(`\n✗ ${words}\n`);
  process.exit(1);
}
