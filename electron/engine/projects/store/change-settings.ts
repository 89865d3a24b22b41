import { type ProjectSettings, readSettings, writeSettings } from './settings.ts';
import { withProject } from './with-project.ts';

/** Changes a project's settings while nobody else does. Rejects as {@link withProject}, and with what `changed` throws. */
export function changeSettings(
  directory: string,
  changed: (settings: ProjectSettings) => ProjectSettings,
): Promise<void> {
  return withProject(directory, async (root) => writeSettings(root, changed(await readSettings(root))));
}
