import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import probe from './probe.sh?raw';

/** What the probe's unit_names makes of this list of systemd's, in a shell that knows no other systemctl. */
function namesOf(shell: readonly string[], list: string): string[] {
  const [file = 'sh', ...words] = shell;
  const script = `systemctl() { cat <<'LIST'\n${list}\nLIST\n}\n${probe.split('\nif [ -d ')[0]}\nunit_names`;
  const { stdout, stderr } = spawnSync(file, words, { input: script, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

const list = `orders.service               loaded active   running Orders
getty@tty1.service           loaded inactive dead    Getty on tty1
● broken.service             loaded failed   failed  Broken
systemd-journald.service     loaded active   running Journal Service
systemd-sysctl.service       loaded active   exited  Apply Kernel Variables
systemd-fsck-root.service    loaded inactive dead    File System Check on Root Device
systemd-failed.service       loaded failed   failed  A part that failed
systemd-tmpfiles-clean.service loaded inactive dead  Cleanup
systemd-tmpfiles-clean.timer loaded active   waiting Daily Cleanup
systemd-hostnamed.service    loaded inactive dead    Hostname Service
systemd-hostnamed.socket     loaded active   listening Hostname Service Socket
modprobe@fuse.service        loaded inactive dead    Load Kernel Module fuse`;

test.each([[['dash']], [['busybox', 'sh']], [['bash']]])('%s leaves out the idle parts of systemd alone', (shell) => {
  expect(namesOf(shell, list)).toEqual([
    'orders.service',
    'getty@tty1.service',
    'broken.service',
    'systemd-journald.service',
    'systemd-failed.service',
    'systemd-tmpfiles-clean.service',
    'systemd-tmpfiles-clean.timer',
    'systemd-hostnamed.service',
    'systemd-hostnamed.socket',
  ]);
});

test('a server that lists nothing has no names', () => {
  expect(namesOf(['sh'], '')).toEqual([]);
});
