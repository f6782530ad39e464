import { createHash } from 'node:crypto';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import type { Tables } from './tables';

/** Whom SQL is sent to: the pool, or the one connection that a transaction holds. */
export type Receiver = Pick<pg.ClientBase, 'query'>;

/** A value as pg is to send it: an instant in UTC, whatever the server's clock says. */
export const given = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : Array.isArray(value) ? value.map(given) : value;

/** How many statements are kept prepared on each connection: some twice of what the portal has. */
const NAMES = 1_000;
const seen = new Set<string>();
const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement parsed and planned. Given when the same text comes again, so that
 * texts of ever new lengths take no places; empty, which is unnamed, before that and when all are taken.
 */
export function nameOf(text: string): string {
  const name = names.get(text);
  if (name !== undefined) return name;
  if (names.size >= NAMES) return '';
  if (seen.delete(text)) {
    // From the text alone: Next loads this file several times in one process, and all copies share the connections.
    const next = `portal_${createHash('sha256').update(text).digest('base64url')}`;
    names.set(text, next);
    return next;
  }
  if (seen.size >= NAMES) seen.clear();
  seen.add(text);
  return '';
}

const { builtins } = pg.types;
const usual: (oid: number) => (text: string) => unknown = pg.types.getTypeParser;
function whole(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`A whole number too large to be read: ${text}`);
  return number;
}
// A sum of int4 is int8, a sum of int8 is numeric; both are kroner or counts, read as numbers. A day is its midnight in UTC.
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, whole],
  [builtins.NUMERIC, Number],
  [builtins.DATE, (day) => new Date(`${day}T00:00:00.000Z`)],
]);
const types = { getTypeParser: (oid: number) => PARSERS.get(oid) ?? usual(oid) };

class HeldConnection implements DatabaseConnection {
  readonly #to: () => Receiver;
  constructor(to: () => Receiver) {
    this.#to = to;
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.#to().query<R & pg.QueryResultRow>({
      name: nameOf(sql),
      text: sql,
      values: parameters.map(given),
      types,
    });
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }
  // Kysely asks for one; nothing here is read by a cursor.
  streamQuery(): never {
    throw new Error('No statement is read by a cursor.');
  }
}

/** Hands out what is held already. Transactions are begun in client.ts alone. */
class HeldDriver implements Driver {
  readonly #connection: HeldConnection;
  constructor(to: () => Receiver) {
    this.#connection = new HeldConnection(to);
  }
  init = (): Promise<void> => Promise.resolve();
  acquireConnection = (): Promise<DatabaseConnection> => Promise.resolve(this.#connection);
  beginTransaction = (): Promise<void> => Promise.reject(new Error('A transaction is begun by transaction() alone.'));
  commitTransaction = this.beginTransaction;
  rollbackTransaction = this.beginTransaction;
  releaseConnection = this.init;
  destroy = this.init;
}

/** Typed SQL on the pool or on the connection that a transaction holds; `to` is asked at each statement. */
export const builder = (to: () => Receiver): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new HeldDriver(to),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
