const headerLength = 8;

/**
 * The text of a container's output without a terminal: frames of one byte for the stream (1 standard output, 2 standard
 * error), three zeroes, a big-endian length, and that many bytes. Both streams are merged in the order of the frames; a
 * last frame that was cut is kept as far as it goes. What is not framed (a terminal's output) is returned as it is.
 */
export function demux(bytes: Buffer): string {
  const parts: Buffer[] = [];
  let offset = 0;
  while (offset + headerLength <= bytes.length) {
    if (!isFrame(bytes, offset)) return offset === 0 ? bytes.toString('utf8') : Buffer.concat(parts).toString('utf8');
    const end = offset + headerLength + bytes.readUInt32BE(offset + 4);
    parts.push(bytes.subarray(offset + headerLength, Math.min(end, bytes.length)));
    offset = end;
  }
  return parts.length === 0 ? bytes.toString('utf8') : Buffer.concat(parts).toString('utf8');
}

function isFrame(bytes: Buffer, offset: number): boolean {
  const stream = bytes[offset];
  return stream !== undefined && stream <= 2 && bytes.readUIntBE(offset + 1, 3) === 0;
}
