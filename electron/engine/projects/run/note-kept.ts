import { changeSettings } from '../store/change-settings.ts';
import type { ProjectSettings } from '../store/settings.ts';

type Kept = NonNullable<ProjectSettings['kept']>;

/** Notes what is on a Docker host for the project. */
export function noteKept(directory: string, kept: Kept): Promise<void> {
  return changeSettings(directory, (settings) => ({ ...settings, kept }));
}

/** Notes an image that a run made, so that it can be removed should the run be killed. */
export function noteImage(directory: string, run: string, image: string): Promise<void> {
  return changeSettings(directory, (settings) => {
    const { kept } = settings;
    if (kept?.run !== run) return settings;
    return { ...settings, kept: { ...kept, unfinished: [...(kept.unfinished ?? []), image] } };
  });
}

/** Notes that nothing of a run is on a Docker host any more. Another run may have begun meanwhile: its note stays. */
export function forgetKept(directory: string, run: string): Promise<void> {
  return changeSettings(directory, ({ kept, ...settings }) =>
    kept && kept.run !== run ? { ...settings, kept } : settings,
  );
}
