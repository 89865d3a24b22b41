import { writePax } from '../stream/pax.ts';
import { blockSize, checksum } from '../stream/tar-header.ts';

/** What one member's headers say. */
export interface TarMember {
  /** Relative, without a leading slash; directories without a trailing one. */
  name: string;
  type: 'file' | 'directory' | 'symlink' | 'hardlink';
  mode: number;
  uid: number;
  gid: number;
  /** Bytes that follow in the archive. */
  size: number;
  mtime: number;
  linkName?: string;
  /** Further pax records, such as `SCHILY.xattr.security.capability`. */
  records?: (readonly [string, Buffer | string])[];
}

const flags = { file: '0', hardlink: '1', symlink: '2', directory: '5' };
const maxOctal7 = 0o7777777;
const maxOctal11 = 0o77777777777;

/** Headers of a member: a ustar block, before it a pax header only where the block cannot say it all (POSIX pax). */
export function memberHeaders(member: TarMember): Buffer {
  const name = member.type === 'directory' ? `${member.name}/` : member.name;
  const split = splitName(name);
  const records: (readonly [string, Buffer | string])[] = [
    ...(split === undefined ? [['path', name] as const] : []),
    ...(fits(member.linkName ?? '', 100) ? [] : [['linkpath', member.linkName ?? ''] as const]),
    ...(member.uid > maxOctal7 ? [['uid', String(member.uid)] as const] : []),
    ...(member.gid > maxOctal7 ? [['gid', String(member.gid)] as const] : []),
    ...(member.size > maxOctal11 ? [['size', String(member.size)] as const] : []),
    ...(member.records ?? []),
  ];
  const header = block(split ?? { prefix: '', name: shorten(name) }, flags[member.type], member);
  if (records.length === 0) return header;
  const body = writePax(records);
  const pax = { ...member, mode: 0o644, uid: 0, gid: 0, size: body.length, linkName: '' };
  return Buffer.concat([block({ prefix: '', name: 'PaxHeader' }, 'x', pax), body, paddingFor(body.length), header]);
}

/** Zeros up to the next block. */
export function paddingFor(size: number): Buffer {
  return Buffer.alloc((blockSize - (size % blockSize)) % blockSize);
}

/** Two blocks of zeros. */
export const endOfArchive = Buffer.alloc(2 * blockSize);

function block(name: { prefix: string; name: string }, flag: string, member: TarMember): Buffer {
  const data = Buffer.alloc(blockSize);
  data.write(name.name, 0, 100);
  data.write(octal(member.mode & 0o7777, 7), 100);
  data.write(octal(Math.min(member.uid, maxOctal7), 7), 108);
  data.write(octal(Math.min(member.gid, maxOctal7), 7), 116);
  data.write(octal(Math.min(member.size, maxOctal11), 11), 124);
  data.write(octal(Math.min(Math.max(member.mtime, 0), maxOctal11), 11), 136);
  data.write(flag, 156);
  data.write(fits(member.linkName ?? '', 100) ? (member.linkName ?? '') : '', 157, 100);
  data.write('ustar\x0000', 257);
  data.write(name.prefix, 345, 155);
  data.write(`${octal(checksum(data), 6)}\0 `, 148, 'latin1');
  return data;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

/** ustar holds 100 bytes of name and 155 of a prefix, split at a slash; anything but ASCII goes through pax. */
function splitName(name: string): { prefix: string; name: string } | undefined {
  if (fits(name, 100)) return { prefix: '', name };
  if (!isAscii(name)) return undefined;
  const slash = name.indexOf('/', Math.max(1, name.length - 101));
  if (slash === -1 || slash > 155 || slash >= name.length - 1) return undefined;
  return { prefix: name.slice(0, slash), name: name.slice(slash + 1) };
}

function fits(text: string, length: number): boolean {
  return isAscii(text) && text.length <= length;
}

function isAscii(text: string): boolean {
  return /^[\x01-\x7f]*$/.test(text);
}

/** What readers without pax see. */
function shorten(name: string): string {
  return name
    .replace(/[^\x20-\x7e]/g, '_')
    .slice(-100)
    .replace(/^\/+/, '_');
}
