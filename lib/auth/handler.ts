import NextAuth from 'next-auth';
import { parse } from 'node:querystring';
import { pathHere } from '#lib/domain/path';
import { authEnvironment } from './environment';
import { authOptions, type Recognise } from './options';

interface Asked {
  method: string;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
}
type Handler = (asked: Asked, answer: Answer) => Promise<unknown>;

/** What next-auth writes its answer on: the few parts of Node's response that it uses. */
class Answer {
  readonly headers = new Headers();
  private code = 200;
  private text = '';
  private cookies: string[] = [];
  status(code: number) {
    this.code = code;
    return this;
  }
  getHeader(name: string) {
    return name === 'Set-Cookie' ? this.cookies : this.headers.get(name);
  }
  setHeader(name: string, value: string | string[]) {
    if (Array.isArray(value)) this.cookies = value;
    else this.headers.set(name, value);
    return this;
  }
  send(body: unknown) {
    this.text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  }
  json(body: unknown) {
    this.send(body);
  }
  end() {
    this.text = '';
  }
  response(): Response {
    const to = this.headers.get('Location');
    if (to === null && this.code >= 500) return elsewhere('/logg-inn?error=failed');
    const response =
      to === null ? new Response(this.text, { status: this.code, headers: this.headers }) : elsewhere(local(to));
    for (const cookie of this.cookies) response.headers.append('Set-Cookie', cookie);
    response.headers.set('Cache-Control', 'no-store');
    return response;
  }
}

const elsewhere = (to: string) => new Response(null, { status: 303, headers: { Location: to } });

/** An address of our own as a path, so that the browser stays under the name it came by. */
function local(to: string): string {
  const own = new URL(authEnvironment().address);
  const url = new URL(to, own);
  return url.origin === own.origin ? url.pathname + url.search : to;
}

const ACTIONS = new Set(['signin', 'signout', 'callback', 'error', 'csrf']);
const LONGEST_FORM = 20_000;

async function form(request: Request): Promise<Record<string, unknown> | null> {
  if (request.method !== 'POST') return {};
  if (request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') !== true) return null;
  const text = await request.text();
  return text.length > LONGEST_FORM ? null : one(parse(text));
}

const WORD = /^[\w-]{1,64}$/;

/** Each field once; a way back only when it is a path here, and an error (next-auth puts it in a header) only when a word. */
function one(fields: Record<string, unknown>): Record<string, unknown> {
  const single = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'json',
  );
  const sound = single.filter(([name, value]) => name !== 'error' || WORD.test(value));
  return Object.fromEntries(
    sound.map(([name, value]) => [name, name === 'callbackUrl' ? pathHere(value, '/forside') : value]),
  );
}

function cookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/).filter((pair) => pair.includes('='));
  const read = pairs.map((pair): [string, string] => [
    pair.slice(0, pair.indexOf('=')),
    decoded(pair.slice(pair.indexOf('=') + 1)),
  ]);
  return Object.fromEntries(
    read.map(([name, value]) => [name, name.endsWith('callback-url') ? pathHere(value, '/forside') : value]),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** Answers /api/auth/…: signing in and out. Whatever is sent, it is never an error of ours. */
export async function answerAuth(request: Request, path: readonly string[], recognise: Recognise): Promise<Response> {
  if (!ACTIONS.has(path[0] ?? '') || path.length > 2 || !path.every((part) => WORD.test(part)))
    return new Response(null, { status: 404 });
  const body = await form(request);
  if (body === null) return elsewhere('/logg-inn?error=failed');
  const query = { ...one(Object.fromEntries(new URL(request.url).searchParams)), nextauth: [...path] };
  const answer = new Answer();
  const handler = NextAuth(authOptions(recognise)) as Handler;
  await handler(
    { method: request.method, query, body, cookies: cookiesOf(request), headers: Object.fromEntries(request.headers) },
    answer,
  );
  return answer.response();
}
