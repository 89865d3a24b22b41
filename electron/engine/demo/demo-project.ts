import { readdir } from 'node:fs/promises';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { ifThere } from '../disk/if-there.ts';
import type { Projects } from '../projects/projects.ts';
import { STORE } from '../projects/store/layout.ts';
import { isProject } from '../projects/store/with-project.ts';
import type { StartedServer } from './demo-server.ts';

const name = 'Demo';

/** Rejects with `bundle.not-empty` where the folder holds something else than a project. */
export async function requireUsable(directory: string): Promise<void> {
  const names = (await ifThere(readdir(directory))) ?? [];
  if (names.every((entry) => entry === STORE) || (await isProject(directory))) return;
  throw new SlipwayError('bundle.not-empty', sentence`${directory} is not empty.`, {
    hint: sentence`Choose a folder that is empty or not there yet.`,
  });
}

/** The project of the demo, made where it is not there, with the server and the engine that it runs on filled in. */
export async function prepareProject(projects: Projects, directory: string, server: StartedServer): Promise<string> {
  const there = await isProject(directory);
  const project = there ? await projects.open({ directory }) : await projects.create({ directory, name });
  const { target, identityFile, docker } = server;
  await projects.update({
    directory: project.directory,
    server: { target, identityFiles: [identityFile], jump: [], sudo: false, acceptNewHostKey: false },
    docker: { host: docker, identityFiles: [], acceptNewHostKey: false },
  });
  return project.directory;
}
