import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A statement as pg was given it; `beside` when the one before it was not answered yet. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly beside: boolean;
}

/** Everything `work` sends to PostgreSQL through pg, in order. */
export async function sentBy(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  let waiting = 0;
  const own = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  const real: unknown = own?.value;
  if (own === undefined || typeof real !== 'function')
    throw new Error('pg no longer sends its statements through Client.query.');
  const heard = new Proxy(real, {
    apply(target, self, args: readonly unknown[]) {
      sent.push({ ...statement(args), beside: waiting > 0 });
      waiting += 1;
      const answer: unknown = Reflect.apply(target, self, args);
      void Promise.resolve(answer)
        .catch(() => undefined)
        .finally(() => (waiting -= 1));
      return answer;
    },
  });
  Object.defineProperty(pg.Client.prototype, 'query', { ...own, value: heard });
  try {
    await work();
  } finally {
    Object.defineProperty(pg.Client.prototype, 'query', own);
  }
  return sent;
}

function statement([query, values]: readonly unknown[]): { text: string; values: readonly unknown[] } {
  if (typeof query === 'string') return { text: query, values: Array.isArray(values) ? values : [] };
  if (typeof query !== 'object' || query === null || !('text' in query))
    throw new Error('A statement of an unknown kind was sent.');
  return { text: String(query.text), values: 'values' in query && Array.isArray(query.values) ? query.values : [] };
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The ids in what was sent. */
const idsIn = (statements: readonly Statement[]): string[] => [
  ...new Set(JSON.stringify(statements.map(({ values }) => values)).match(UUID)),
];

/** What `work` sends, and the ids in it that no table held before: a replay needs new ones in their place. */
export async function listened(
  pool: pg.Pool,
  work: () => Promise<unknown>,
): Promise<{ statements: Statement[]; instead: () => [string, string][] }> {
  const before = await pool.connect();
  try {
    await before.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const {
      rows: [tables],
    } = await before.query<{ each: string }>(
      `SELECT string_agg(format('SELECT id FROM %I WHERE id = ANY($1)', table_name), ' UNION ALL ') AS each FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'text'`,
    );
    const statements = await sentBy(work);
    const sent = idsIn(statements);
    const { rows } = await before.query<{ id: string }>(tables?.each ?? '', [sent]);
    const held = new Set(rows.map(({ id }) => id));
    const made = sent.filter((id) => !held.has(id));
    return { statements, instead: () => made.map((id) => [id, randomUUID()]) };
  } finally {
    await before.query('ROLLBACK');
    before.release();
  }
}

/** The same statements about another record: each id exchanged for the one that stands for it. */
function exchanged(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.replace(UUID, (id) => ids.get(id) ?? id);
  return Array.isArray(value) ? value.map((one) => exchanged(one, ids)) : value;
}

/** Sends the statements bare: in their order over one connection of the pool, or side by side where they were. */
export async function replay(
  pool: pg.Pool,
  statements: readonly Statement[],
  ids: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const send = (to: Pick<pg.Pool, 'query'>, { text, values }: Statement) =>
    to.query(
      text,
      values.map((value) => exchanged(value, ids)),
    );
  if (statements.some(({ beside }) => beside)) {
    await Promise.all(statements.map((one) => send(pool, one)));
    return;
  }
  const client = await pool.connect();
  try {
    for (const one of statements) await send(client, one);
  } finally {
    client.release();
  }
}
