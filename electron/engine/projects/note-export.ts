import type { LastExport } from '../../../shared/model/project.ts';
import { readSettings, writeSettings } from './store/settings.ts';
import { isProject, withProject } from './store/with-project.ts';

/** Notes in a project what was exported; a bundle that is no project keeps no such record. */
export async function noteExport(directory: string, lastExport: LastExport): Promise<void> {
  if (!(await isProject(directory))) return;
  const noted = withProject(directory, async (root) =>
    writeSettings(root, { ...(await readSettings(root)), lastExport }),
  );
  // Another program may have the project, or the disk be full: what was exported is exported all the same.
  await noted.catch(() => undefined);
}
