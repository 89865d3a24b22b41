import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetHostKey } from './forget-host-key.ts';
import { fingerprint, formatKnownHost } from './known-hosts.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'slipway-known-'));
  mkdirSync(join(home, '.ssh'));
});
afterEach(() => rmSync(home, { recursive: true }));

function newKey(): Buffer {
  const [, encoded = ''] = ssh2.utils.generateKeyPairSync('ed25519').public.split(' ');
  return Buffer.from(encoded, 'base64');
}

const gone = newKey();
const other = newKey();
const kept = `# mine\n\n${formatKnownHost('portal', other, false)}`;
const forget = () => forgetHostKey('ssh://root@127.0.0.1:2022', fingerprint(gone), home);

test('a key goes under every name, hashed or not, and nothing else does', async () => {
  const revoked = `@revoked ${formatKnownHost('*', gone, false)}`;
  const lines = [formatKnownHost('[127.0.0.1]:2022', gone, false), kept, revoked, formatKnownHost('x', gone, true)];
  writeFileSync(join(home, 'dotfile'), lines.join(''));
  symlinkSync('../dotfile', join(home, '.ssh/known_hosts'));
  await forget();
  expect(readFileSync(join(home, 'dotfile'), 'utf8')).toBe(kept + revoked);
  expect(lstatSync(join(home, '.ssh/known_hosts')).isSymbolicLink()).toBe(true);
});

test('it is looked for where the person’s configuration keeps it', async () => {
  writeFileSync(join(home, '.ssh/config'), 'Host 127.*\n  UserKnownHostsFile ~/.ssh/containers\n');
  writeFileSync(join(home, '.ssh/containers'), formatKnownHost('[127.0.0.1]:2022', gone, false));
  await forget();
  expect(readFileSync(join(home, '.ssh/containers'), 'utf8')).toBe('');
});

test('where there is no such file, or no such key, nothing is written', async () => {
  await forget();
  writeFileSync(join(home, '.ssh/known_hosts'), kept, { mode: 0o400 });
  await forget();
  expect(readFileSync(join(home, '.ssh/known_hosts'), 'utf8')).toBe(kept);
});
