/** The records of a CSV text that comes in pieces: quotes may hold separators, line breaks and doubled quotes. The separator is the first of , and ; in the first line. */
export async function* csvRecords(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let separator = '';
  let record: string[] = [];
  let field = '';
  let quoted = false;
  let wasQuote = false;
  for await (const piece of pieces) {
    for (const character of piece) {
      if (quoted && !wasQuote) {
        if (character === '"') wasQuote = true;
        else field += character;
        continue;
      }
      if (character === '"') {
        // A quote right after a quote, inside quotes, is a quote; one that begins a field opens it.
        if (wasQuote) field += '"';
        quoted = true;
        wasQuote = false;
        continue;
      }
      quoted = false;
      wasQuote = false;
      if (separator === '' && (character === ',' || character === ';')) separator = character;
      if (character === separator) {
        record.push(field);
        field = '';
      } else if (character === '\n') {
        yield [...record, field];
        record = [];
        field = '';
      } else if (character !== '\r' && character !== '\ufeff') field += character;
    }
  }
  if (record.length > 0 || field !== '') yield [...record, field];
}
