import { SlipwayError } from '../../shared/errors.ts';
import type { Project } from '../../shared/model/project.ts';
import type { World } from './world.ts';

export function projectAt(world: World, directory: string): Project {
  const project = world.projects.get(directory);
  if (project !== undefined) return project;
  throw new SlipwayError('project.missing', `There is no project in ${directory}.`, { hint: 'Choose another folder.' });
}

export function change(world: World, directory: string, changes: Partial<Project>): Project {
  const project = { ...projectAt(world, directory), ...changes };
  world.projects.set(directory, project);
  return project;
}
