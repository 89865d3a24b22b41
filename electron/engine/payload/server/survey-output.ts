import { ownValue } from '../../../../shared/text/own-value.ts';
import { textOfBytes } from '../../text/byte-text.ts';

/** One path of the server, as lstat tells it. */
export interface ServerEntry {
  type: 'file' | 'directory' | 'symlink' | 'other';
  mode: number;
  uid: number;
  gid: number;
  size: number;
  /** Whole seconds. */
  mtime: number;
  /** Size and time as precise as the server tells them: differs when the file was written to. */
  stamp: string;
  /** Device and inode: equal for hard links of one file. */
  inode: string;
  links: number;
  linkTarget?: string;
}

export interface Survey {
  manager: 'dpkg' | 'rpm' | 'apk' | 'none';
  /** Text of `ldconfig -p`. */
  loaderCache: string;
  /** Paths that each package lists, as its manager writes them. */
  packages: Map<string, string[]>;
  entries: Map<string, ServerEntry>;
}

const types: Record<string, ServerEntry['type']> = { f: 'file', d: 'directory', l: 'symlink' };

/** Reads what survey.sh writes; undefined where it is cut off or not of that form. */
export function parseSurvey(output: Buffer): Survey | undefined {
  const found: Survey = { manager: 'none', loaderCache: '', packages: new Map(), entries: new Map() };
  const next = fieldReader(output);
  for (;;) {
    const tag = next();
    if (tag === 'Z') return found;
    if (tag === undefined || !readRecord(tag, next, found)) return undefined;
  }
}

type NextField = () => string | undefined;

function fieldReader(output: Buffer): NextField {
  let offset = 0;
  return () => {
    const end = output.indexOf(0, offset);
    if (end === -1) return undefined;
    const field = textOfBytes(output.subarray(offset, end));
    offset = end + 1;
    return field;
  };
}

function readRecord(tag: string, next: NextField, found: Survey): boolean {
  if (tag === 'M') return readManager(next(), found);
  if (tag === 'L') {
    found.loaderCache = next() ?? '';
    return true;
  }
  if (tag === 'P') {
    const name = next() ?? '';
    const paths = (next() ?? '').split('\n').filter((path) => path.startsWith('/') && path !== '/.');
    found.packages.set(name, paths);
    return true;
  }
  return tag === 'E' && readEntry(next, found);
}

function readManager(manager: string | undefined, found: Survey): boolean {
  if (manager !== 'dpkg' && manager !== 'rpm' && manager !== 'apk' && manager !== 'none') return false;
  found.manager = manager;
  return true;
}

function readEntry(next: NextField, found: Survey): boolean {
  const fields = Array.from({ length: 10 }, next);
  const [kind, mode, uid, gid, size, mtime, inode, links, linkTarget, path] = fields;
  if (path === undefined || kind === undefined || mtime === undefined || inode === undefined) return false;
  if (!path.startsWith('/') || ![mode, uid, gid, size, links].every((field) => /^\d{1,15}$/.test(field ?? '')))
    return false;
  const seconds = Math.max(0, Math.floor(Number(mtime)));
  found.entries.set(path, {
    type: ownValue(types, kind) ?? 'other',
    mode: Number.parseInt(mode ?? '', 8) & 0o7777,
    uid: Number(uid),
    gid: Number(gid),
    size: Number(size),
    mtime: Number.isFinite(seconds) ? seconds : 0,
    stamp: `${size}@${mtime}`,
    inode,
    links: Number(links),
    ...(kind === 'l' ? { linkTarget: linkTarget ?? '' } : {}),
  });
  return true;
}
