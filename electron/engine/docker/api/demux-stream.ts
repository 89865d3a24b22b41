import { StringDecoder } from 'node:string_decoder';

const headerLength = 8;

/**
 * The text of a container's output as it comes, both streams merged: frames as {@link demux} knows them, cut anywhere,
 * also within a header or a character. What is held back is never more than a header and a part of a character.
 */
export async function* demuxStream(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoders = new Map<number, StringDecoder>();
  let header = Buffer.alloc(0);
  let left = 0;
  for await (let chunk of chunks) {
    let text = '';
    while (chunk.length > 0) {
      if (left === 0) {
        const missing = headerLength - header.length;
        header = Buffer.concat([header, chunk.subarray(0, missing)]);
        chunk = chunk.subarray(missing);
        if (header.length < headerLength) break;
        left = header.readUInt32BE(4);
      } else {
        const part = chunk.subarray(0, left);
        text += decoderOf(decoders, header[0] ?? 0).write(part);
        left -= part.length;
        chunk = chunk.subarray(part.length);
      }
      if (left === 0) header = Buffer.alloc(0);
    }
    if (text !== '') yield text;
  }
  const rest = [...decoders.values()].map((decoder) => decoder.end()).join('');
  if (rest !== '') yield rest;
}

/** Text of a stream that is not framed, as a terminal's is. */
export async function* decodeStream(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  for await (const chunk of chunks) {
    const text = decoder.write(chunk);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}

/** Standard output and error are cut into characters apart: one may stop in the middle of one while the other goes on. */
function decoderOf(decoders: Map<number, StringDecoder>, stream: number): StringDecoder {
  const decoder = decoders.get(stream) ?? new StringDecoder('utf8');
  decoders.set(stream, decoder);
  return decoder;
}
