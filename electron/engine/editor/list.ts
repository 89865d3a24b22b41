import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectFile } from '../../../shared/model/project-file.ts';
import { pathsBelow } from '../projects/store/read-entry.ts';
import { lookAtProject } from '../projects/store/with-project.ts';
import { kindOf, stateOf } from './file-state.ts';
import { canonicalPath, isHidden } from './paths.ts';

/** Read at the same time; more would only wait for the disk. */
const width = 16;

/** Every file of a project, sorted by path. A link that leads out of it, or nowhere, is none. */
export function listFiles({ directory }: { directory: string }): Promise<ProjectFile[]> {
  return lookAtProject(directory, async (root) => {
    const paths = await pathsBelow(root, '', isHidden);
    const files: ProjectFile[] = [];
    for (let start = 0; start < paths.length; start += width) {
      const some = await Promise.all(paths.slice(start, start + width).map((path) => describe(root, path)));
      files.push(...some.flatMap((file) => file ?? []));
    }
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  });
}

async function describe(root: string, path: string): Promise<ProjectFile | undefined> {
  try {
    const real = await canonicalPath(root, path);
    const found = await stat(join(root, real));
    if (!found.isFile()) return undefined;
    return { path, sizeBytes: found.size, kind: await kindOf(root, real), state: await stateOf(root, path) };
  } catch {
    // It went while we looked, or may not be read: nothing that could be opened.
    return undefined;
  }
}
