import Conf from 'conf';
import type { z } from 'zod';

export interface SettingsFile<T> {
  read(): T;
  write(value: T): void;
}

/**
 * A small file of settings, written whole and atomically. What a person or an older version left in it and does not fit
 * counts as not there: settings never keep the app from starting.
 */
export function openSettingsFile<T>(folder: string, name: string, schema: z.ZodType<T>, initial: T): SettingsFile<T> {
  let opened: Conf<{ value: unknown }> | undefined;
  // Opening makes the folder, which a command that has no use for settings need not leave behind.
  const file = () => {
    opened ??= new Conf({ cwd: folder, configName: name, clearInvalidConfig: true, configFileMode: 0o600 });
    return opened;
  };
  return {
    read() {
      const kept = schema.safeParse(file().get('value'));
      return kept.success ? kept.data : initial;
    },
    write(value) {
      file().set('value', value);
    },
  };
}
