import { createHash } from 'node:crypto';
import { cp, lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Order } from './read-order.ts';

/** Lays out what a package brings below `tree`, as it will lie below the root of the machine. */
export async function stage(contents: Order['contents'], tree: string): Promise<void> {
  for (const { from, to } of contents) {
    const target = join(tree, to);
    await mkdir(dirname(target), { recursive: true });
    await cp(from, target, { recursive: true, verbatimSymlinks: true });
  }
}

/** How much a tree takes, in bytes, and the checksums of its files as dpkg keeps them. */
export async function measure(tree: string): Promise<{ size: number; md5sums: string }> {
  let size = 0;
  const sums: string[] = [];
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    size += (await lstat(path)).size;
    sums.push(
      `${createHash('md5')
        .update(await readFile(path))
        .digest('hex')}  ${relative(tree, path)}\n`,
    );
  }
  return { size, md5sums: sums.sort().join('') };
}
