import { homedir } from 'node:os';
import { createRouterClient } from '@orpc/server';
import packageJson from '../../package.json' with { type: 'json' };
import type { ShellInfo } from '../../shared/model/shell.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { spokenLanguage } from '../../shared/text/spoken-language.ts';
import type { ShellPort } from '../bridge/shell-port.ts';
import { createCommandQueue } from './command-queue.ts';
import { settingsFolder } from './folders.ts';
import type { PreferencesStore } from './preferences.ts';
import { createMemorySecrets } from './secret-store.ts';
import { createShellRouter, type ShellParts } from './shell-router.ts';

/** The shell where no window is: the browser brings its own dialogs and notifications, secrets last for this run. */
export function createHeadlessShell(surface: 'browser' | 'memory', settings = settingsFolder()): ShellPort {
  const parts: ShellParts = {
    surface: {
      info: () => headlessInfo(surface),
      openDialog: () => ({}),
      openExternal: () => ({ opened: false }),
      showItem: () => ({ shown: false }),
      notify: () => ({ shown: false }),
    },
    commands: createCommandQueue(),
    preferences: {
      get: async () => (await preferencesIn(settings)).get(),
      set: async (change) => (await preferencesIn(settings)).set(change),
    },
    secrets: createMemorySecrets(sentence`The keychain is used by the desktop app alone.`),
  };
  return createRouterClient(createShellRouter(parts));
}

/** Loaded when they are asked for: the command line never does, and what reads the file is a third of its code. */
async function preferencesIn(settings: string): Promise<PreferencesStore> {
  const { openPreferences } = await import('./preferences.ts');
  return openPreferences(settings);
}

function headlessInfo(surface: ShellInfo['surface']): ShellInfo {
  return {
    version: packageJson.version,
    surface,
    platform: process.platform,
    home: homedir(),
    language: spokenLanguage([Intl.DateTimeFormat().resolvedOptions().locale]),
    nativeDialogs: false,
  };
}
