import { type ProjectSettings, readSettings, writeSettings } from '../store/settings.ts';
import { withProject } from '../store/with-project.ts';

type Kept = NonNullable<ProjectSettings['kept']>;

/** Notes what is on a Docker host for the project. */
export function noteKept(directory: string, kept: Kept): Promise<void> {
  return change(directory, (settings) => ({ ...settings, kept }));
}

/** Notes an image that a run made, so that it can be removed should the run be killed. */
export function noteImage(directory: string, run: string, image: string): Promise<void> {
  return change(directory, (settings) => {
    const { kept } = settings;
    if (kept?.run !== run) return settings;
    return { ...settings, kept: { ...kept, unfinished: [...(kept.unfinished ?? []), image] } };
  });
}

/** Notes that nothing of a run is on a Docker host any more. Another run may have begun meanwhile: its note stays. */
export function forgetKept(directory: string, run: string): Promise<void> {
  return change(directory, ({ kept, ...settings }) => (kept && kept.run !== run ? { ...settings, kept } : settings));
}

function change(directory: string, changed: (settings: ProjectSettings) => ProjectSettings): Promise<void> {
  return withProject(directory, async (root) => writeSettings(root, changed(await readSettings(root))));
}
