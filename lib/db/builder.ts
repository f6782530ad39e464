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

/** A value as pg is to send it: an instant in UTC, whatever the server's clock says. */
const given = (value: unknown): unknown =>
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
// The types of a list of texts and of days, which pg has no names for.
const TEXTS = 1009;
const LIST_OF_DAYS = 1182;
// A sum of int4 is int8, a sum of int8 is numeric; both are kroner or counts, read as numbers. A day is its text.
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, whole],
  [builtins.NUMERIC, Number],
  [builtins.DATE, (day) => day],
  [LIST_OF_DAYS, usual(TEXTS)],
]);
const types = { getTypeParser: (oid: number) => PARSERS.get(oid) ?? usual(oid) };

/** A connection of the pool while one statement or one transaction has it. */
class Held implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  #state: 'free' | 'begun' | 'over' = 'free';
  #lost = false;
  constructor(client: pg.PoolClient) {
    this.#client = client;
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#state === 'over') throw new Error('A statement came after its transaction was over.');
    const { rows, rowCount } = await this.#client.query<R & pg.QueryResultRow>({
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
  async begin(): Promise<void> {
    await this.#client.query('BEGIN');
    this.#state = 'begun';
  }
  // Over before it is sent: what work still sends then would stand alone, behind it.
  async commit(): Promise<void> {
    this.#state = 'over';
    const { command } = await this.#client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('A transaction was rolled back, as one of its statements had failed.');
  }
  // What went wrong is told by whoever rolls back; a connection that cannot is let go.
  async rollBack(): Promise<void> {
    this.#state = 'over';
    await this.#client.query('ROLLBACK').catch(() => {
      this.#lost = true;
    });
  }
  async release(): Promise<void> {
    if (this.#state === 'begun') await this.rollBack();
    this.#state = 'over';
    this.#client.release(this.#lost);
  }
}

class PoolDriver implements Driver {
  readonly #pool: pg.Pool;
  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }
  init = (): Promise<void> => Promise.resolve();
  acquireConnection = async (): Promise<Held> => new Held(await this.#pool.connect());
  beginTransaction = (connection: Held): Promise<void> => connection.begin();
  commitTransaction = (connection: Held): Promise<void> => connection.commit();
  rollbackTransaction = (connection: Held): Promise<void> => connection.rollBack();
  releaseConnection = (connection: Held): Promise<void> => connection.release();
  destroy = (): Promise<void> => this.#pool.end();
}

/** Typed SQL on a pool: with names for what is prepared, and with our own reading of days and of large numbers. */
export const builder = (pool: pg.Pool): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PoolDriver(pool),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
