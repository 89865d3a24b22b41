import { homedir } from 'node:os';
import { join } from 'node:path';

interface Surroundings {
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
  home: string;
}

const here: Surroundings = { platform: process.platform, environment: process.env, home: homedir() };

/** Where a program keeps its settings on this system; on Linux by the XDG Base Directory Specification. */
export function settingsFolder({ platform, environment, home }: Surroundings = here): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Slipway');
  if (platform === 'win32') return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'Slipway');
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'slipway');
}
