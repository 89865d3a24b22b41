import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, createAccounts } from './accounts.ts';
import { type SshdOptions, startSshd, type TestSshd } from './sshd.ts';

export { type Answers, createJob, type TestJob } from './job.ts';

/** Servers, accounts and home directories of one test file, all removed by `close`. */
export function createLab() {
  const directory = mkdtempSync(join(tmpdir(), 'slipway-lab-'));
  // sshd reads the authorized keys as the account that logs in.
  chmodSync(directory, 0o755);
  const authorized = join(directory, 'authorized');
  mkdirSync(authorized);
  const accounts = createAccounts();
  const servers: TestSshd[] = [];
  let made = 0;
  return {
    directory,
    account: accounts.create,
    async sshd(options: Omit<SshdOptions, 'directory'> = {}): Promise<TestSshd> {
      const config = [...(options.config ?? []), `AuthorizedKeysFile ${authorized}/%u`];
      const server = await startSshd({ ...options, directory: join(directory, `sshd-${made++}`), config });
      servers.push(server);
      return server;
    },
    /** A home directory on the laptop's side. */
    home(files: { knownHosts?: string; config?: string } = {}): string {
      const home = join(directory, `home-${made++}`);
      mkdirSync(join(home, '.ssh'), { recursive: true, mode: 0o700 });
      if (files.knownHosts !== undefined) writeFileSync(join(home, '.ssh/known_hosts'), files.knownHosts);
      if (files.config !== undefined) writeFileSync(join(home, '.ssh/config'), files.config);
      return home;
    },
    /** A new key pair; its file. */
    key(options: { type?: string; passphrase?: string; arguments?: string[] } = {}): string {
      const file = join(directory, `key-${made++}`);
      const { type = 'ed25519', passphrase = '', arguments: more = [] } = options;
      execFileSync('ssh-keygen', ['-q', '-t', type, '-N', passphrase, '-f', file, ...more]);
      return file;
    },
    authorize({ name }: Account, keyFile: string): void {
      appendFileSync(join(authorized, name), readFileSync(`${keyFile}.pub`));
    },
    async close(): Promise<void> {
      await Promise.all(servers.map((server) => server.stop()));
      accounts.removeAll();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export type Lab = ReturnType<typeof createLab>;
