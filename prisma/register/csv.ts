import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';

/** Larger than any line of a register: a quote that is never closed would take the rest of the file with it. */
const MAX_RECORD = 1024 * 1024;

/** A record of a csv file and the line it ends in, counted from 1. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

async function* withFirst(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/**
 * The records of a csv file, one at a time: the separator is the first of , and ; in its first line. Throws, with the
 * line, where no record can be told from the next.
 */
export async function* csvRecords(bytes: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  const pieces = bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  let [line, twice] = [0, 0];
  const parser = parse({
    bom: true,
    delimiter: /[,;]/.exec(first.value.toString('latin1'))?.[0] ?? ',',
    max_record_size: MAX_RECORD,
    on_record: (fields, { lines }) => {
      // csv-parse counts a line break of two signs twice when it stands inside quotes.
      for (const field of fields) twice += field.split('\r\n').length - 1;
      line = lines - twice;
      return [String(line), ...fields];
    },
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  try {
    const records: AsyncIterable<string[]> = pipeline(
      Readable.from(withFirst(first.value, pieces)),
      parser,
      () => undefined,
    );
    for await (const [at, ...fields] of records) yield { fields, line: Number(at) };
  } catch (error) {
    throw new Error(`The file can not be read after line ${line}.`, { cause: error });
  }
}
