import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createFiles, type Files } from '../../editor/files.ts';
import { createProjects, type Projects } from '../projects.ts';

/** A folder for a project, the engine's parts for it, and what a person does there with other programs. */
export interface ScratchProject {
  directory: string;
  projects: Projects;
  files: Files;
  text(path: string): Promise<string>;
  put(path: string, content: string): Promise<void>;
  remove(): Promise<void>;
}

export async function scratchProject(): Promise<ScratchProject> {
  const home = await mkdtemp(join(tmpdir(), 'slipway-project-'));
  const directory = join(home, 'portal');
  return {
    directory,
    projects: createProjects({ recentFile: join(home, 'config', 'recent.json') }),
    files: createFiles(),
    text: (path) => readFile(join(directory, path), 'utf8'),
    async put(path, content) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), content);
    },
    remove: () => rm(home, { recursive: true, force: true }),
  };
}
