import { type Preferences, preferencesSchema } from '../../shared/model/shell.ts';
import { openSettingsFile } from './settings-file.ts';

export interface PreferencesStore {
  get(): Preferences;
  set(change: { [Key in keyof Preferences]?: Preferences[Key] | undefined }): Preferences;
}

const initial: Preferences = { theme: 'system', language: 'system' };

/** The person's preferences, in a file that the window and the browser share. */
export function openPreferences(folder: string): PreferencesStore {
  const file = openSettingsFile(folder, 'preferences', preferencesSchema, initial);
  return {
    get: () => file.read(),
    set(change) {
      const before = file.read();
      const after = { theme: change.theme ?? before.theme, language: change.language ?? before.language };
      file.write(after);
      return after;
    },
  };
}
