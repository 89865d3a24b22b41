import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(fileURLToPath(import.meta.url), '../../../../..');

/** A legacy server of the lab that a test has for itself. */
export interface LabServer {
  target: string;
  identityFile: string;
  /** Whether its account is another one than root. */
  sudo: boolean;
  stop(): Promise<void>;
}

/** Starts it by the lab's own command: product and lab share no code. Needs DOCKER_HOST, as `npm test` sets it. */
export async function startLabServer(name: string, instance: string): Promise<LabServer> {
  const lab = (command: string) =>
    run(process.execPath, ['--import', 'tsx', 'e2e/lab/lab.ts', command, `${name}/${instance}`], { cwd: root });
  const { stdout } = await lab('start');
  const [, identityFile, port, login] = /ssh -i (\S+) .* -p (\d+) (\S+@\S+)/.exec(stdout) ?? [];
  if (identityFile === undefined) throw new Error(`The lab did not say how to reach ${name}: ${stdout}`);
  return {
    target: `ssh://${login}:${port}`,
    identityFile,
    sudo: !login?.startsWith('root@'),
    stop: async () => {
      await lab('stop');
    },
  };
}
