import type { DockerInput, ServerInput } from '../../../shared/contract/inputs.ts';
import type { Project, WizardStep } from '../../../shared/model/project.ts';
import { describeProject } from './describe.ts';
import { readSettings, writeSettings } from './store/settings.ts';
import { withProject } from './store/with-project.ts';

export interface ProjectChange {
  directory: string;
  name?: string | undefined;
  server?: ServerInput | undefined;
  docker?: DockerInput | undefined;
  step?: WizardStep | undefined;
}

/** Changes what the project is called, where it works, and how far the engineer is. */
export function updateProject({ directory, name, server, docker, step }: ProjectChange): Promise<Project> {
  return withProject(directory, async (root) => {
    const settings = await readSettings(root);
    await writeSettings(root, {
      ...settings,
      ...(name && { name }),
      ...(server && { server }),
      ...(docker && { docker }),
      ...(step && { step }),
    });
    return describeProject(root);
  });
}
