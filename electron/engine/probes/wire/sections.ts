/**
 * The inside of a frame. A section starts with `MARK:NAME NUL`, MARK being random and known to no process of the
 * server's. Contents of files are separated by the environment of the `cat` that prints them: see `script/prelude.sh`.
 */
export interface Section {
  name: string;
  body: Buffer;
  /** Of a `files` section: contents by path. */
  files?: ReadonlyMap<string, Buffer>;
  /** Of a section named `…-stat`: what the tool printed for each path, the seal in front of each taken off. */
  records?: readonly string[];
}

/** The run's secrets that stand between sections, and between the records of a tool that has to be told one. */
export interface Separators {
  mark: string;
  seal: string;
}

/** Splits a probe's output into its sections. */
export function readSections(output: Buffer, separators: Separators): Section[] {
  const pieces = splitBuffer(output, Buffer.from(`${separators.mark}:`)).slice(1);
  return pieces.map((piece) => {
    const nul = piece.indexOf(0);
    const name = piece.toString('latin1', 0, nul === -1 ? piece.length : nul);
    const body = nul === -1 ? Buffer.alloc(0) : piece.subarray(nul + 1);
    if (name === 'files') return { name, body, files: readFiles(body, separators.mark) };
    if (name.endsWith('-stat')) return { name, body, records: readRecords(body, separators.seal) };
    return { name, body };
  });
}

/**
 * NUL-terminated paths up to an empty one, the separator, and then each file's contents behind a separator again. The
 * separator is not known beforehand but holds the mark once, so the distance of the first two marks is its length. A path
 * whose contents were cut off with the stream is left out: not read is not the same as empty.
 */
function readFiles(body: Buffer, mark: string): Map<string, Buffer> {
  const listEnd = body.indexOf('\0\0');
  if (listEnd === -1) return new Map();
  const paths = splitNul(body.subarray(0, listEnd + 1));
  const rest = body.subarray(listEnd + 2);
  const token = Buffer.from(`S=${mark}\0`);
  const first = rest.indexOf(token);
  const second = rest.indexOf(token, first + 1);
  if (first === -1 || second === -1) return new Map();
  const contents = splitBuffer(rest, rest.subarray(0, second - first)).slice(2);
  return new Map(contents.slice(0, paths.length).map((content, index) => [paths[index] ?? '', content]));
}

function readRecords(body: Buffer, seal: string): string[] {
  const records = body.toString('utf8').split(seal).slice(1);
  return records.map((record) => record.replace(/\n$/, ''));
}

/** NUL-terminated strings; one that the stream cut off is left out. */
export function splitNul(body: Buffer): string[] {
  const strings = body.toString('utf8').split('\0');
  strings.pop();
  return strings;
}

export function splitBuffer(buffer: Buffer, separator: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = buffer.indexOf(separator); at !== -1; at = buffer.indexOf(separator, from)) {
    pieces.push(buffer.subarray(from, at));
    from = at + separator.length;
  }
  pieces.push(buffer.subarray(from));
  return pieces;
}
