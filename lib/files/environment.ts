import { z } from 'zod';

const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));
const Environment = z.object({
  S3_ENDPOINT: text.pipe(z.url().optional()),
  S3_BUCKET: text,
  S3_REGION: text,
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
  CLAMD_HOST: text,
  CLAMD_PORT: text.transform((port) => port ?? '3310').pipe(z.coerce.number<string>().int().min(1).max(65_535)),
  CLAMD_SOCKET: text,
});

/** A store of the S3 kind: the address of its bucket, and who signs. */
export interface S3 {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}
/** Where the scanner listens. */
export type Clamd = { host: string; port: number } | { path: string };

/** Where files are kept and who scans them; null each for what is not set up. Half an S3 is an error, not a database. */
export function filesEnvironment(): { s3: S3 | null; clamd: Clamd | null } {
  const env = Environment.parse(process.env);
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = env;
  const given = [endpoint, bucket, accessKeyId, secretAccessKey].filter((one) => one !== undefined);
  if (given.length > 0 && given.length < 4)
    throw new Error(
      'S3 is set up by half: S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together.',
    );
  const s3 =
    endpoint === undefined || bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined
      ? null
      : {
          bucket: `${endpoint.replace(/\/$/, '')}/${encodeURIComponent(bucket)}`,
          region: env.S3_REGION ?? 'us-east-1',
          accessKeyId,
          secretAccessKey,
        };
  const clamd =
    env.CLAMD_SOCKET !== undefined
      ? { path: env.CLAMD_SOCKET }
      : env.CLAMD_HOST !== undefined
        ? { host: env.CLAMD_HOST, port: env.CLAMD_PORT }
        : null;
  return { s3, clamd };
}
