import type { ImageEntry } from '../docker-host.ts';

/** What docker puts into every container's file system where the image has nothing there (its init layer). */
const emptyFiles = new Set(['/etc/hosts', '/etc/hostname', '/etc/resolv.conf']);

/**
 * Whether a path of an export comes from docker and not from the image: the mark of a container, the empty files that
 * it mounts over, and all below the kernel's file systems, which are mounted at run time whatever the image holds.
 */
export function isDockersOwn(path: string, entry: ImageEntry): boolean {
  if (path === '/.dockerenv') return true;
  if (/^\/(dev|proc|sys)\/./.test(path)) return true;
  if (emptyFiles.has(path)) return entry.type !== 'symlink' && entry.size === 0;
  return path === '/etc/mtab' && entry.linkTarget === '/proc/mounts';
}
