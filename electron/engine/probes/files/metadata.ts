import type { FileFact } from '../../../../shared/model/facts.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import type { Sections } from '../probe.ts';
import { statLinkTarget } from '../wire/links.ts';
import { integer, named } from '../wire/read.ts';
import { splitNul } from '../wire/sections.ts';

const letters: Record<string, FileFact['type']> = {
  f: 'file',
  d: 'directory',
  l: 'symlink',
  s: 'socket',
  p: 'fifo',
  b: 'device',
  c: 'device',
};

/** Metadata that `find -printf` or `stat -c` told, by path. */
export function readMetadata(sections: Sections): Map<string, FileFact> {
  const files = new Map<string, FileFact>();
  for (const section of named(sections, 'metadata')) {
    const strings = splitNul(section.body);
    for (let at = 0; at + 8 <= strings.length; at += 8) {
      const [path = '', letter = '', mode, uid, gid, size, mtime = '', linkTarget = ''] = strings.slice(at, at + 8);
      const type = ownValue(letters, letter);
      if (type === undefined) continue;
      const numbers = {
        mode: Number.parseInt(mode ?? '', 8) || 0,
        uid: integer(uid),
        gid: integer(gid),
        size: integer(size),
      };
      files.set(path, { path, type, ...numbers, mtime: Math.floor(Number(mtime)) || 0, ...link(type, linkTarget) });
    }
  }
  for (const record of named(sections, 'metadata-stat').flatMap((section) => section.records ?? [])) {
    const file = readStatRecord(record);
    if (file !== undefined) files.set(file.path, file);
  }
  return files;
}

/** The type bits of a mode, S_IFMT, shifted down by twelve; see inode(7). */
const formats: ReadonlyMap<number, FileFact['type']> = new Map([
  [0o10, 'file'],
  [0o04, 'directory'],
  [0o12, 'symlink'],
  [0o14, 'socket'],
  [0o01, 'fifo'],
  [0o06, 'device'],
  [0o02, 'device'],
]);

/** `PATH/MODE/UID/GID/SIZE/MTIME/NAME`, the mode in hex with the type in its upper bits. */
function readStatRecord(record: string): FileFact | undefined {
  const match = /^(.+?)\/([0-9a-f]{1,8})\/(\d+)\/(\d+)\/(\d+)\/(-?\d+)\/(.*)$/s.exec(record);
  if (match === null) return undefined;
  const [, path = '', hex = '', uid, gid, size, mtime, name = ''] = match;
  const mode = Number.parseInt(hex, 16);
  const type = formats.get(mode >> 12);
  if (type === undefined) return undefined;
  const numbers = {
    mode: mode & 0o7777,
    uid: integer(uid),
    gid: integer(gid),
    size: integer(size),
    mtime: integer(mtime),
  };
  return { path, type, ...numbers, ...link(type, statLinkTarget(path, name) ?? '') };
}

function link(type: FileFact['type'], linkTarget: string): { linkTarget?: string } {
  return type === 'symlink' ? { linkTarget } : {};
}
