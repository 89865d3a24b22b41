import { bytesOfText } from '../../text/byte-text.ts';

/**
 * Records of a pax extended header (POSIX.1-2001, pax Interchange Format): `LENGTH KEYWORD=VALUE\n`. Values stay bytes,
 * because extended attributes such as `security.capability` are binary. Undefined where they are malformed.
 */
export function readPax(body: Buffer): Map<string, Buffer> | undefined {
  const records = new Map<string, Buffer>();
  let offset = 0;
  while (offset < body.length && body[offset] !== 0) {
    const space = body.indexOf(0x20, offset);
    if (space === -1 || space - offset > 12) return undefined;
    const length = Number(body.toString('latin1', offset, space));
    const end = offset + length;
    const equals = body.indexOf(0x3d, space);
    if (!Number.isInteger(length) || end > body.length || equals === -1 || equals >= end || body[end - 1] !== 0x0a) {
      return undefined;
    }
    records.set(body.toString('utf8', space + 1, equals), body.subarray(equals + 1, end - 1));
    offset = end;
  }
  return records;
}

/** The body of a pax header with these records, in the given order. */
export function writePax(records: Iterable<readonly [string, Buffer | string]>): Buffer {
  return Buffer.concat(
    Array.from(records, ([keyword, value]) =>
      writeRecord(keyword, typeof value === 'string' ? bytesOfText(value) : value),
    ),
  );
}

function writeRecord(keyword: string, value: Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${keyword}=`), value, Buffer.from('\n')]);
  // The length counts its own digits.
  let length = rest.length + String(rest.length).length;
  if (rest.length + String(length).length > length) length += 1;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}
