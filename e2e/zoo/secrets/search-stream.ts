import type { Readable } from 'node:stream';

/** A string that must not occur, under the name by which a report may call it. */
export interface Needle {
  name: string;
  bytes: Buffer;
}

/** Planted secrets as they are and as Base64, which hides nothing. */
export function needlesOf(secrets: readonly string[]): Needle[] {
  return secrets.flatMap((secret, index) => [
    { name: `secret ${index + 1}`, bytes: Buffer.from(secret) },
    {
      name: `secret ${index + 1} as Base64`,
      bytes: Buffer.from(Buffer.from(secret).toString('base64').replace(/=+$/, '')),
    },
  ]);
}

/** Names the needles that occur in a stream, wherever chunks end. */
export async function searchStream(stream: Readable, needles: readonly Needle[]): Promise<Set<string>> {
  const found = new Set<string>();
  const overlap = Math.max(...needles.map((needle) => needle.bytes.length)) - 1;
  let window: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    window = Buffer.concat([window, chunk]);
    for (const needle of needles) if (window.includes(needle.bytes)) found.add(needle.name);
    window = window.subarray(Math.max(0, window.length - overlap));
  }
  return found;
}
