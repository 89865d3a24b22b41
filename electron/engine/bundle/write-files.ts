import { chmod, lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { ifThere } from '../disk/if-there.ts';
import { onDisk } from '../disk/on-disk.ts';
import type { GeneratedFile } from '../generate/generated-file.ts';

/**
 * Writes generated files below `root`, by their relative paths. Rejects a path that leads out of it with
 * `bundle.invalid`, also through a link: the folder holds trees that came from a server, links included.
 */
export async function writeFiles(root: string, files: ReadonlyMap<string, GeneratedFile>): Promise<void> {
  for (const [path, file] of files) await onDisk(root, () => writeOne(root, path, file));
}

async function writeOne(root: string, path: string, file: GeneratedFile): Promise<void> {
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..' || /[\0\\]/.test(segment))) {
    throw outside(path);
  }
  let directory = root;
  for (const segment of segments.slice(0, -1)) {
    directory = join(directory, segment);
    await requireDirectory(directory, path);
  }
  const target = join(root, ...segments);
  if (!(await isRegular(target))) await rm(target, { force: true });
  await writeFile(target, file.content);
  await chmod(target, (file.executable ? 0o777 : 0o666) & ~process.umask());
}

async function requireDirectory(directory: string, path: string): Promise<void> {
  const found = await ifThere(lstat(directory));
  if (found === undefined) await mkdir(directory);
  else if (!found.isDirectory()) throw outside(path);
}

async function isRegular(path: string): Promise<boolean> {
  return (await ifThere(lstat(path)))?.isFile() ?? false;
}

function outside(path: string): SlipwayError {
  return new SlipwayError('bundle.invalid', sentence`${JSON.stringify(path)} does not lie inside the bundle.`, {
    hint: sentence`Correct the paths in slipway.yaml: no "..", and no mount below a link.`,
  });
}
