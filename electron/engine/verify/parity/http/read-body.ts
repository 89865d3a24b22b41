import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { ownValue } from '../../../../../shared/text/own-value.ts';
import { BODY_LIMIT } from './answer.ts';

/** Reads a body up to the limit and stops there. */
export async function readBody(message: IncomingMessage): Promise<{ body: Buffer; cut: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > BODY_LIMIT) break;
  }
  return { body: Buffer.concat(chunks).subarray(0, BODY_LIMIT), cut: length > BODY_LIMIT };
}

const decoders: Record<string, typeof gunzipSync> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Undoes a Content-Encoding. What cannot be decoded (cut off, a compression bomb) stays as it came. */
export function decodeBody(body: Buffer, encoding: string): Buffer {
  const decode = ownValue(decoders, encoding.trim().toLowerCase());
  if (decode === undefined) return body;
  try {
    return decode(body, { maxOutputLength: BODY_LIMIT });
  } catch {
    return body;
  }
}
