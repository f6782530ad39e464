import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFree } from './port.js';
import { Sentence } from './step.js';
import { isAlive } from './temporary.js';

/** @typedef {{ pid: number, port: number, web?: number }} Mark */

const FILE = join('.data', 'running.json');

/** The port asked for; refused in a sentence when it is no port. */
export function wantedPort() {
  const text = process.env.PORT ?? '';
  const port = text === '' ? 3000 : Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Sentence(`PORT=${text} is not a port. Give a number from 1 to 65535.`);
}

/** Takes the folder for this process, or tells who has it or the port. @param {number} port */
export async function takeFolder(port) {
  const mark = readMark();
  if (mark !== undefined && isOurs(mark.pid)) {
    throw new Sentence(
      `The portal already runs from this folder, at http://localhost:${mark.port} (process ${mark.pid}). Stop that one first.`,
    );
  }
  if (mark?.web !== undefined && isOurs(mark.web)) await endOf(mark.web);
  if (!(await isFree(port)))
    throw new Sentence(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`);
  mkdirSync('.data', { recursive: true });
  writeMark({ pid: process.pid, port });
}

/** @param {Mark} mark */
export function writeMark(mark) {
  writeFileSync(FILE, JSON.stringify(mark));
}

export function leaveFolder() {
  if (readMark()?.pid === process.pid) rmSync(FILE, { force: true });
}

/** @returns {Mark | undefined} */
function readMark() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined;
}

/** Alive, and at work in this folder: a number may since have gone to another program. @param {number} pid */
function isOurs(pid) {
  if (pid === process.pid || !isAlive(pid)) return false;
  const place = `/proc/${pid}/cwd`;
  try {
    return !existsSync('/proc/self/cwd') || readlinkSync(place) === process.cwd();
  } catch {
    return false;
  }
}

/** Ends a web server whose own starter was killed. @param {number} pid */
async function endOf(pid) {
  process.kill(pid, 'SIGTERM');
  for (let i = 0; i < 50 && isAlive(pid); i += 1) await new Promise((resolve) => setTimeout(resolve, 100));
}
