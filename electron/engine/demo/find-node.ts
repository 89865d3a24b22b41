import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Process {
  environment: NodeJS.ProcessEnv;
  execPath: string;
  /** Set where this is Electron, whose own program is a window and no Node. */
  electron: string | undefined;
  platform: NodeJS.Platform;
}

const here = (): Process => ({
  environment: process.env,
  execPath: process.execPath,
  electron: process.versions.electron,
  platform: process.platform,
});

/** A Node to run the checkout's scripts with: this one, the one that npm runs in, or the one on the PATH. */
export function findNode({ environment, execPath, electron, platform }: Process = here()): string | undefined {
  if (electron === undefined) return execPath;
  const name = platform === 'win32' ? 'node.exe' : 'node';
  const onPath = (environment.PATH ?? '').split(delimiter).flatMap((folder) => (folder ? [join(folder, name)] : []));
  return [environment.npm_node_execpath, ...onPath].find((file) => file !== undefined && existsSync(file));
}
