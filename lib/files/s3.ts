import { AwsClient } from 'aws4fetch';
import type { S3 } from './environment';

const PATIENCE_MS = 20_000;
const PREFIX = 'vedlegg/';

/** What an S3-compatible store must be able to do for us. Each throws when the store does not do it. */
export interface Store {
  put: (key: string, bytes: Uint8Array<ArrayBuffer>, sha256: string) => Promise<void>;
  get: (key: string) => Promise<ReadableStream<Uint8Array>>;
  remove: (key: string) => Promise<void>;
  /** The keys of files put there before this moment. */
  olderThan: (before: Date) => Promise<string[]>;
}

/** A key nobody can guess; the name people gave the file is no part of it. */
export const newKey = (): string => `${PREFIX}${crypto.randomUUID()}`;

const unescaped = (xml: string): string =>
  xml.replace(
    /&(lt|gt|amp|quot|apos);/g,
    (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" })[name] ?? '',
  );
const between = (xml: string, tag: string): string | null =>
  new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? null;

/** The store of these settings, by signed requests of Amazon's version 4. */
export function s3Store({ bucket, region, accessKeyId, secretAccessKey }: S3): Store {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2, initRetryMs: 100 });
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new Error('The store did not answer in time.')), PATIENCE_MS);
    // Until it answers: what follows comes as fast as it is read, however slow that is.
    const response = await client
      .fetch(`${bucket}${path}`, { ...init, signal: patience.signal })
      .finally(() => clearTimeout(timer));
    if (response.ok) return response;
    throw new Error(`The store answered ${response.status} to ${init.method ?? 'GET'} ${path}`);
  };
  return {
    put: async (key, bytes, sha256) => {
      await ask(`/${key}`, {
        method: 'PUT',
        body: bytes,
        headers: { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' },
      });
    },
    get: async (key) => {
      const { body } = await ask(`/${key}`, { method: 'GET' });
      if (body === null) throw new Error(`The store answered nothing to GET ${key}`);
      return body;
    },
    remove: async (key) => {
      await ask(`/${key}`, { method: 'DELETE' });
    },
    olderThan: async (before) => {
      const keys: string[] = [];
      let next: string | null = null;
      do {
        const query = new URLSearchParams({
          'list-type': '2',
          prefix: PREFIX,
          ...(next !== null && { 'continuation-token': next }),
        });
        const xml: string = await (await ask(`?${query.toString()}`, { method: 'GET' })).text();
        for (const [, each = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const [key, at] = [between(each, 'Key'), between(each, 'LastModified')];
          if (key !== null && at !== null && new Date(at) < before) keys.push(unescaped(key));
        }
        const token = between(xml, 'NextContinuationToken');
        next = token === null ? null : unescaped(token);
      } while (next !== null);
      return keys;
    },
  };
}
