import { pathToFileURL } from 'node:url';
import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { schemaFile, withSchemaEngine } from './engine';

/**
 * The SQL that takes the database to schema.prisma; empty when they agree. It goes into the next migration, with the
 * constraints and triggers Prisma cannot say written by hand beneath.
 * `schema` is another than the one that stands.
 */
export async function diff(url: string, schema = schemaFile()): Promise<string> {
  return difference(url, { tag: 'schemaDatasource', files: [schema], configDir: import.meta.dirname }, schema);
}

/** The SQL that makes everything in schema.prisma from nothing; the url only tells which database's dialect. */
export async function diffFromEmpty(url: string): Promise<string> {
  return difference(url, { tag: 'empty' });
}

async function difference(url: string, from: DiffTarget, to = schemaFile()): Promise<string> {
  const { stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files: [to] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const sql = (stdout ?? '').trim();
  return sql === '-- This is an empty migration.' ? '' : sql;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.DATABASE_URL;
  if (url === undefined)
    throw new Error('DATABASE_URL is missing: it names the database to compare with schema.prisma.');
  const sql = process.argv.includes('--from-empty') ? await diffFromEmpty(url) : await diff(url);
  process.stdout.write(sql === '' ? 'The database and schema.prisma agree.\n' : `${sql}\n`);
  // The engine leaves the clock of its ten-second lock running.
  process.exit(0);
}
