import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const SCHEMA = join(import.meta.dirname, 'schema.prisma');
const CHAR_COLUMNS: readonly (readonly [string, string])[] = [
  ['constr.contype AS constraint_type', 'constr.contype::text AS constraint_type'],
  ['con.confdeltype,', 'con.confdeltype::text AS confdeltype,'],
  ['con.confupdtype,', 'con.confupdtype::text AS confupdtype,'],
];
const CHAR_NAMES = new Set(['constraint_type', 'confdeltype', 'confupdtype']);
let loaded = false;

/** schema.prisma as the engine takes it: its path and its text. */
export function schemaFile(): { path: string; content: string } {
  return { path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') };
}

/**
 * Lets Prisma's schema engine, as WebAssembly, work on one database, and closes its connections after. The engine that
 * the Prisma command line downloads is not needed, so migrating works wherever the npm packages do.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await load();
  const { path, content } = schemaFile();
  const adapter = new EngineAdapter({ connectionString: url });
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(adapter);
    return await work(await bindings.SchemaEngine.new({ datamodels: [[path, content]] }, () => undefined, factory));
  } finally {
    await Promise.all(adapter.opened.map((connection) => connection.dispose()));
  }
}

async function load(): Promise<void> {
  if (loaded) return;
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const program = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(program, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== 'function')
    throw new Error('The schema engine has another shape than expected: no __wbindgen_start.');
  Reflect.apply(start, undefined, []);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } });
  loaded = true;
}

/** The engine tells its own breakdowns here; without it they would be hidden behind a TypeError. */
function reportPanic(message: string): void {
  process.stderr.write(`The schema engine broke down: ${message}\n`);
}

/**
 * Prisma's adapter as the engine needs it. It cuts a script at each semicolon, also inside a function's body: sent whole
 * here. And it does not know PostgreSQL's type "char", in which the engine asks for the kind of each constraint.
 */
class EngineAdapter extends PrismaPg {
  readonly opened: Awaited<ReturnType<PrismaPg['connect']>>[] = [];

  override async connect(): ReturnType<PrismaPg['connect']> {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      await connection.underlyingDriver().query(script);
    };
    const ask = connection.queryRaw.bind(connection);
    connection.queryRaw = async (query) => {
      const sql = CHAR_COLUMNS.reduce((text, [column, asText]) => text.replace(column, asText), query.sql);
      const answer = await ask({ ...query, sql });
      const columnTypes = answer.columnTypes.map((type, i) =>
        CHAR_NAMES.has(answer.columnNames[i] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...answer, columnTypes };
    };
    this.opened.push(connection);
    return connection;
  }
}
