import { basename } from 'node:path';
import { type ProjectSettings, readSettings, writeSettings } from '../store/settings.ts';
import { withProject } from '../store/with-project.ts';

/** Notes what is on a Docker host for the project, or that nothing is any more. */
export function noteKept(directory: string, kept: ProjectSettings['kept']): Promise<void> {
  return withProject(directory, async (root) => {
    const { kept: _before, ...settings } = await readSettings(root, basename(root));
    await writeSettings(root, kept === undefined ? settings : { ...settings, kept });
  });
}
