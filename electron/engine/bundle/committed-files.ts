import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_STORE, SECRETS_MANIFEST } from './layout.ts';

/**
 * Whether Git keeps a path of the bundle: the same rules as in its .gitignore, applied by ourselves, since ignore files
 * among the application's own files must not decide what is in the bundle.
 */
export function isCommitted(path: string): boolean {
  if (path === '.env' || path.split('/').includes('.git') || path.startsWith(`${PROJECT_STORE}/`)) return false;
  if (!path.startsWith('secrets/')) return true;
  return path === SECRETS_MANIFEST || /^secrets\/[^/]+\.env\.example$/.test(path);
}

/** The files and links below `root` that Git keeps, sorted, with `/` between their parts. */
export async function committedFiles(root: string): Promise<string[]> {
  return (await filesBelow(root)).filter(isCommitted);
}

/** The files and links below `root`, sorted; Git's own and those of the project's store are left out. */
export async function filesBelow(root: string): Promise<string[]> {
  const found: string[] = [];
  await walk(root, '', found);
  return found.sort();
}

async function walk(root: string, below: string, found: string[]): Promise<void> {
  for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name === '.git' || path === PROJECT_STORE) continue;
    if (entry.isDirectory()) await walk(root, path, found);
    else if (entry.isFile() || entry.isSymbolicLink()) found.push(path);
  }
}
