import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';

export interface Account {
  name: string;
  password: string;
  home: string;
}

export interface AccountOptions {
  shell?: string;
  /** Lines of sudoers; `USER` stands for the account's name. */
  sudoers?: string[];
  /** Written into its ~/.bashrc, which bash reads for commands over SSH as well. */
  bashrc?: string;
}

/** Accounts of this machine that exist for one test file. */
export interface Accounts {
  create(options?: AccountOptions): Account;
  removeAll(): void;
}

export function createAccounts(): Accounts {
  if (process.getuid?.() !== 0) throw new Error('These tests create accounts and start sshd, so they need root.');
  const run = randomBytes(3).toString('hex');
  const created: Account[] = [];
  const sudoersFile = (name: string) => `/etc/sudoers.d/${name}`;
  return {
    create({ shell = '/bin/sh', sudoers, bashrc } = {}) {
      const name = `slipway-${run}-${created.length}`;
      const account = { name, password: randomBytes(9).toString('base64url'), home: `/home/${name}` };
      execFileSync('useradd', ['--create-home', '--home-dir', account.home, '--shell', shell, name]);
      created.push(account);
      execFileSync('chpasswd', { input: `${name}:${account.password}\n` });
      if (bashrc !== undefined) writeFileSync(`${account.home}/.bashrc`, bashrc);
      if (sudoers !== undefined) {
        const text = sudoers.map((line) => `${line.replaceAll('USER', name)}\n`).join('');
        writeFileSync(sudoersFile(name), text, { mode: 0o440 });
        execFileSync('visudo', ['-cqf', sudoersFile(name)]);
      }
      return account;
    },
    removeAll() {
      for (const { name, home } of created) {
        rmSync(sudoersFile(name), { force: true });
        rmSync(`/var/lib/sudo/lectured/${name}`, { force: true });
        execFileSync('userdel', ['--force', name], { stdio: 'ignore' });
        rmSync(home, { recursive: true, force: true });
      }
    },
  };
}
