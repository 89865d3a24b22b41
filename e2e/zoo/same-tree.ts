import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Reports that hold times and ids; the plan and everything built from it do not. */
const reports = new Set(['parity.json', 'parity.html']);

/** The paths at which two bundles differ, Git's own folder and the parity reports aside. */
export async function differingPaths(first: string, second: string): Promise<string[]> {
  const [one, other] = [await describeTree(first), await describeTree(second)];
  const paths = [...new Set([...one.keys(), ...other.keys()])].sort();
  return paths.filter((path) => one.get(path) !== other.get(path));
}

async function describeTree(root: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const entries = await readdir(root, { recursive: true });
  for (const path of entries) {
    if (path === '.git' || path.startsWith('.git/') || reports.has(path)) continue;
    found.set(path, await describe(join(root, path)));
  }
  return found;
}

async function describe(path: string): Promise<string> {
  const { mode } = await lstat(path);
  const kind = (mode & 0o170000).toString(8);
  // Git keeps of the permissions only whether a file can be executed; so does a bundle.
  if (kind === '120000') return `link ${await readlink(path)}`;
  if (kind !== '100000') return kind;
  const hash = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return `file ${(mode & 0o100).toString(8)} ${hash}`;
}
