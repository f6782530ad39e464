import { pipeline, Readable } from 'node:stream';
import { streamArray } from 'stream-json/streamers/stream-array.js';

/** Larger than any unit of a register: what stands between two units is all that is in memory. */
const MAX_BETWEEN = 8 * 1024 * 1024;

interface Element {
  readonly key: number;
  readonly value: unknown;
}

/**
 * The elements of a JSON list, one at a time: the list is never whole in memory. Throws, with the number of the last
 * whole one, where the file is no list or is cut off.
 */
export async function* jsonElements(bytes: AsyncIterable<Buffer>): AsyncGenerator {
  let read = 0;
  let since = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of bytes) {
      since += piece.length;
      if (since > MAX_BETWEEN) throw new Error('A unit is larger than 8 MB.');
      yield piece;
    }
  }
  const parser = streamArray.withParserAsStream({ streamValues: false });
  try {
    const elements: AsyncIterable<Element> = pipeline(Readable.from(counted()), parser, () => undefined);
    for await (const { key, value } of elements) {
      since = 0;
      read = key + 1;
      yield value;
    }
  } catch (error) {
    throw new Error(`The file is no whole JSON list: it can not be read after unit ${read}.`, { cause: error });
  }
}
