import type { LastExport } from '../../../shared/model/project.ts';
import { changeSettings } from './store/change-settings.ts';
import { isProject } from './store/with-project.ts';

/** Notes in a project what was exported; a bundle that is no project keeps no such record. */
export async function noteExport(directory: string, lastExport: LastExport): Promise<void> {
  if (!(await isProject(directory))) return;
  const noted = changeSettings(directory, (settings) => ({ ...settings, lastExport }));
  // Another program may have the project, or the disk be full: what was exported is exported all the same.
  await noted.catch(() => undefined);
}
