import { StringDecoder } from 'node:string_decoder';

/** Longer than any line an engine sends; what grows past it is not the protocol. */
const longestLine = 4 * 1024 * 1024;

/** The JSON values of a stream, one a line, as builds and pulls report them. */
export async function* readJsonLines(stream: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new Error('The engine sent a line without end.');
    for (const line of lines) {
      if (line.trim() !== '') yield JSON.parse(line);
    }
  }
  if (rest.trim() !== '') yield JSON.parse(rest);
}
