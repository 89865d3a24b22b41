/**
 * Names of a server's files as text and back. A file system stores bytes; most are UTF-8, and old servers have others
 * (Latin-1, GBK). A byte that is no UTF-8 becomes a lone low surrogate, U+DC80 to U+DCFF, which no valid text holds:
 * PEP 383, as Python does it. JSON writes such a character as `\udce9`, so that it survives in evidence.
 */
export function textOfBytes(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? pieceByPiece(bytes) : text;
}

/** The bytes that `textOfBytes` read. */
export function bytesOfText(text: string): Buffer {
  if (!hasStrayBytes(text)) return Buffer.from(text);
  const pieces = Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return character.length === 1 && isStray(code) ? Buffer.from([code - 0xdc00]) : Buffer.from(character);
  });
  return Buffer.concat(pieces);
}

/** Whether a name holds bytes that are no UTF-8, so that it can be written as it is neither in Git nor in YAML. */
export function hasStrayBytes(text: string): boolean {
  return /(?<![\ud800-\udbff])[\udc80-\udcff]/.test(text);
}

function isStray(code: number): boolean {
  return code >= 0xdc80 && code <= 0xdcff;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function pieceByPiece(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    text += length === 0 ? String.fromCharCode(0xdc00 + (bytes[at] ?? 0)) : bytes.toString('utf8', at, at + length);
    at += Math.max(length, 1);
  }
  return text;
}

/** Bytes of the character that begins here; 0 where none does. */
function characterLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    return strict.decode(bytes.subarray(at, at + length)).length > 0 && at + length <= bytes.length ? length : 0;
  } catch {
    return 0;
  }
}
