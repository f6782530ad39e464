import pg from 'pg';
import { type QueryCreator, type RawBuilder, sql as typedSql } from 'kysely';
import { builder, given, nameOf, type Receiver } from './builder';
import { Prisma } from './generated/client';
import type { Tables } from './tables';

const { builtins } = pg.types;
const usual: (oid: number) => (text: string) => unknown = pg.types.getTypeParser;
// What Prisma makes of a column, without Prisma: whole numbers that may be large as BigInt, days as midnight in UTC.
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, BigInt],
  [builtins.DATE, (day) => new Date(`${day}T00:00:00.000Z`)],
]);
const types = { getTypeParser: (oid: number) => PARSERS.get(oid) ?? usual(oid) };

type Text = TemplateStringsArray | Prisma.Sql;

function send(to: Receiver, text: Text, values: readonly unknown[]): Promise<pg.QueryResult<Record<string, unknown>>> {
  const statement = 'raw' in text ? Prisma.sql(text, ...values) : text;
  return to.query({ name: nameOf(statement.text), text: statement.text, values: statement.values.map(given), types });
}

/** Both ways of writing SQL on one connection, while there are two. */
export type Both<C> = C & QueryCreator<Tables>;

/** The same client, whose raw SQL and typed SQL go straight to pg: most of what a short statement costs is the way through the engine. `to` is asked at each statement. */
export function withRaw<C extends object>(client: C, to: () => Receiver, more: Partial<C> = {}): Both<C> {
  const typed = builder(to);
  const own: Record<string | symbol, unknown> = {
    ...more,
    selectFrom: typed.selectFrom.bind(typed),
    selectNoFrom: typed.selectNoFrom.bind(typed),
    insertInto: typed.insertInto.bind(typed),
    updateTable: typed.updateTable.bind(typed),
    deleteFrom: typed.deleteFrom.bind(typed),
    mergeInto: typed.mergeInto.bind(typed),
    with: typed.with.bind(typed),
    withRecursive: typed.withRecursive.bind(typed),
    $queryRaw: async (text: Text, ...values: unknown[]) => (await send(to(), text, values)).rows,
    $executeRaw: async (text: Text, ...values: unknown[]) => (await send(to(), text, values)).rowCount ?? 0,
  };
  return new Proxy(client, { get: (target, name): unknown => own[name] ?? Reflect.get(target, name) }) as Both<C>;
}

/** A piece of raw SQL inside a typed statement, for what has not been written anew yet: the caller vouches for its type. */
export const typedPiece = <T>({ strings, values }: Prisma.Sql): RawBuilder<T> =>
  typedSql<T>(Object.assign([...strings], { raw: strings }), ...values);
