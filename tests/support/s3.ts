import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const ACCESS = 'proevenoekkel';
const SECRET = 'en hemmelighet for tester';
const REGION = 'eu-north-1';
const BUCKET = 'vedlegg-proeve';
const PAGE = 2;

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** Whether a request is signed as Amazon's version 4 says, worked out here from the secret. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const [, credential = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  const [id, day = '', region = '', service = '', end = ''] = credential.split('/');
  const url = new URL(request.url ?? '/', 'http://store');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
    .join('');
  const content = String(request.headers['x-amz-content-sha256'] ?? '');
  if (content !== 'UNSIGNED-PAYLOAD' && content !== sha256(body)) return false;
  const canonical = [request.method, url.pathname, query, headers, names, content].join('\n');
  const scope = [day, region, service, end].join('/');
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [region, service, end].reduce((before, part) => hmac(before, part), hmac(`AWS4${SECRET}`, day));
  return id === ACCESS && region === REGION && hmac(key, text).toString('hex') === signature;
}

export interface S3Server {
  /** What the portal is set up with to use it. */
  environment: Readonly<Record<string, string>>;
  objects: Map<string, { body: Buffer; at: Date }>;
  /** Answers this to everything, until it is null again. */
  failWith: number | null;
  stop: () => Promise<void>;
}

/** A store with the calls the portal makes: PUT, GET, DELETE and a list two keys at a time. Refuses what is not signed. */
export async function startS3(): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  const answer = (request: IncomingMessage, body: Buffer, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://store');
    const key = decodeURIComponent(url.pathname.slice(BUCKET.length + 2));
    const say = (status: number, said?: string | Buffer): void => void response.writeHead(status).end(said);
    if (server.failWith !== null) {
      say(server.failWith, '<Error/>');
      return;
    }
    if (!url.pathname.startsWith(`/${BUCKET}`) || !isSigned(request, body)) {
      say(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
      return;
    }
    if (request.method === 'PUT') {
      objects.set(key, { body, at: new Date() });
      say(200);
      return;
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      say(204);
      return;
    }
    if (key === '') {
      say(200, list(url.searchParams));
      return;
    }
    const found = objects.get(key);
    say(found === undefined ? 404 : 200, found?.body);
  };
  const list = (asked: URLSearchParams): string => {
    const keys = [...objects.keys()].filter((key) => key.startsWith(asked.get('prefix') ?? '')).sort();
    const from = keys.findIndex((key) => key > (asked.get('continuation-token') ?? ''));
    const page = from < 0 ? [] : keys.slice(from, from + PAGE);
    const more =
      from >= 0 && from + PAGE < keys.length
        ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>`
        : '';
    const each = page
      .map(
        (key) =>
          `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.at.toISOString() ?? ''}</LastModified></Contents>`,
      )
      .join('');
    return `<ListBucketResult>${each}${more}</ListBucketResult>`;
  };
  const http = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answer(request, Buffer.concat(parts), response));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: S3Server = {
    environment: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: BUCKET,
      S3_REGION: REGION,
      S3_ACCESS_KEY_ID: ACCESS,
      S3_SECRET_ACCESS_KEY: SECRET,
    },
    objects,
    failWith: null,
    stop: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
  return server;
}
