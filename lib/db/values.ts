import { randomBytes } from 'node:crypto';
import {
  type AliasedRawBuilder,
  type Expression,
  type OrderByItemBuilder,
  type RawBuilder,
  type SelectQueryBuilder,
  sql,
  type SqlBool,
} from 'kysely';
import type { Day } from '#lib/domain/day';

let last = 0;
let order = 0;

/** A new row's id: a UUID of version 7, so that ids made by one process sort in the order they were made. In SQL that takes `asMade`. */
export function newId(): string {
  const now = Date.now();
  order = now > last ? 0 : order + 1;
  if (order > 0xfff) {
    last += 1;
    order = 0;
  }
  last = Math.max(last, now);
  const hex = `${last.toString(16).padStart(12, '0')}7${order.toString(16).padStart(3, '0')}${randomBytes(8).toString('hex')}`;
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** For `orderBy('c.id', asMade)`: sorts ids letter by letter. The database sorts as Norwegian does, where aa is å, and comes last. */
export const asMade = (order: OrderByItemBuilder): OrderByItemBuilder => order.collate('C');

/** The columns in which an instant may have become text; a day is text wherever it comes from. */
type Written<R> = { [C in keyof R]: NonNullable<R[C]> extends Day ? never : C }[keyof R];
type Instants<R, K extends keyof R> = { [C in K]: null extends R[C] ? Date | null : Date };

function read<R extends object, K extends Written<R>>(row: R, columns: readonly K[]): Omit<R, K> & Instants<R, K> {
  const found = columns.map((column) => [column, typeof row[column] === 'string' ? new Date(row[column]) : null]);
  return Object.assign<object, Omit<R, K>, Instants<R, K>>({}, row, Object.fromEntries(found) as Instants<R, K>);
}

/** Rows that came inside JSON, where an instant is text, with these columns as the instants they are. */
export const withInstants = <R extends object, K extends Written<R>>(
  rows: readonly R[],
  ...columns: K[]
): (Omit<R, K> & Instants<R, K>)[] => rows.map((row) => read(row, columns));

/** A condition as a column, which PostgreSQL gives as true or false. */
export const isTrue = (condition: Expression<SqlBool>): RawBuilder<boolean> => sql<boolean>`${condition}`;

/** For `where(column, '=', any(list))`: one text however long the list is, where IN has one for each length. */
export const any = <T extends string | number>(list: readonly T[]): RawBuilder<T> => sql<T>`any(${list})`;

/** The one column of a query's rows, in their order, as a list. */
export const arrayOf = <T>(query: Expression<Record<string, T>>): RawBuilder<T[]> => sql<T[]>`array(${query})`;

/** How many rows a query over tables has. */
export const countOf = <DB, TB extends keyof DB>(query: SelectQueryBuilder<DB, TB, object>): RawBuilder<number> =>
  sql<number>`(${query.select(({ fn }) => fn.countAll<number>().as('count'))})`;

/** Rows sent as one value, to insert or to join, under this alias; each column with its type in the database. */
export const recordset = <A extends string, R extends object>(
  alias: A,
  rows: readonly R[],
  columns: { readonly [C in keyof R]-?: string },
): AliasedRawBuilder<R, A> =>
  sql<R>`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`.as<A>(
    sql`${sql.ref(alias)}(${sql.join(Object.entries<string>(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))})`,
  );
