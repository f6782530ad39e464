/** The objects of a JSON list that comes in pieces, each parsed by itself: the list is never whole in memory. */
export async function* jsonObjects(pieces: AsyncIterable<string>): AsyncGenerator {
  let depth = 0;
  let text = '';
  let inString = false;
  let escaped = false;
  for await (const piece of pieces) {
    for (const character of piece) {
      if (depth > 0) text += character;
      if (inString) {
        if (escaped) escaped = false;
        else if (character === '\\') escaped = true;
        else if (character === '"') inString = false;
        continue;
      }
      if (character === '"') inString = true;
      else if (character === '{') {
        if (depth === 0) text = character;
        depth += 1;
      } else if (character === '}') {
        depth -= 1;
        if (depth === 0) {
          const whole: unknown = JSON.parse(text);
          text = '';
          yield whole;
        }
      }
    }
  }
  if (depth !== 0) throw new Error('The file ends in the middle of a unit.');
}
