import pg from 'pg';
import { Prisma } from './generated/client';

const { builtins } = pg.types;
const usual: (oid: number) => (text: string) => unknown = pg.types.getTypeParser;
// What Prisma makes of a column, without Prisma: whole numbers that may be large as BigInt, days as midnight in UTC.
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, BigInt],
  [builtins.DATE, (day) => new Date(`${day}T00:00:00.000Z`)],
]);
const types = { getTypeParser: (oid: number) => PARSERS.get(oid) ?? usual(oid) };

const given = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : Array.isArray(value) ? value.map(given) : value;

/** Whom raw SQL is sent to: the pool, or the one connection that a transaction holds. */
type Receiver = Pick<pg.ClientBase, 'query'>;
type Text = TemplateStringsArray | Prisma.Sql;

function send(to: Receiver, text: Text, values: readonly unknown[]): Promise<pg.QueryResult<Record<string, unknown>>> {
  const statement = 'raw' in text ? Prisma.sql(text, ...values) : text;
  return to.query({ text: statement.text, values: statement.values.map(given), types });
}

/** The same client, whose raw SQL goes straight to pg: most of what a short statement costs is the way through the engine. `to` is asked at each statement. */
export function withRaw<C extends object>(client: C, to: () => Receiver, more: Partial<C> = {}): C {
  const own: Record<string | symbol, unknown> = {
    ...more,
    $queryRaw: async (text: Text, ...values: unknown[]) => (await send(to(), text, values)).rows,
    $executeRaw: async (text: Text, ...values: unknown[]) => (await send(to(), text, values)).rowCount ?? 0,
  };
  return new Proxy(client, { get: (target, name): unknown => own[name] ?? Reflect.get(target, name) });
}
