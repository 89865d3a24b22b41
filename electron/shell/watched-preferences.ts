import type { Preferences } from '../../shared/model/shell.ts';
import type { PreferencesStore } from '../local/preferences.ts';

/** The same preferences; whoever changes them, `changed` hears of it. */
export function watchedPreferences(store: PreferencesStore, changed: (now: Preferences) => void): PreferencesStore {
  return {
    get: store.get,
    set(change) {
      const now = store.set(change);
      changed(now);
      return now;
    },
  };
}
