import { setTimeout as sleep } from 'node:timers/promises';
import { docker, tryDocker } from '../../scripts/machine/docker.ts';
import { whatIsExhausted } from './exhausted.ts';
import { label } from './image.ts';
import type { LabKeys } from './keys.ts';
import type { LabServer } from './server.ts';

const initPath = '/lib/systemd/systemd';
const patience = 120_000;

/** What systemd needs inside a container, on an engine that may not allow `--privileged`. */
const machineOptions = [
  ...['SYS_ADMIN', 'NET_ADMIN', 'SYS_PTRACE'].flatMap((capability) => ['--cap-add', capability]),
  ...['seccomp=unconfined', 'apparmor=unconfined'].flatMap((option) => ['--security-opt', option]),
  // A private cgroup namespace without the host's tree bound over it: with it, the servers' systemds would share groups.
  ...['--cgroupns=private', '--tmpfs', '/run', '--tmpfs', '/run/lock', '--env', 'container=docker'],
];

/** The container of a server's instance. */
export function containerName(id: string): string {
  return `${label}-${id}`;
}

/** Makes and starts the server's container; only its sshd is published, and on loopback alone. */
export async function boot(host: string, id: string, server: LabServer, image: string, keys: LabKeys): Promise<void> {
  const name = containerName(id);
  await docker(host, [
    'create',
    ...['--name', name, '--hostname', server.name, '--label', `${label}=${server.name}`],
    ...machineOptions,
    ...['--publish', '127.0.0.1::22', image],
    ...(await initCommand(host)),
  ]);
  await giveKeys(host, name, keys);
  await docker(host, ['start', name]);
}

/** systemd must write to its part of the cgroup tree; with cgroup v2, Docker mounts that read-only. */
async function initCommand(host: string): Promise<string[]> {
  const version = await docker(host, ['info', '--format', '{{.CgroupVersion}}']);
  return version === '2' ? ['/bin/sh', '-c', `mount -o remount,rw /sys/fs/cgroup; exec ${initPath}`] : [initPath];
}

async function giveKeys(host: string, name: string, keys: LabKeys): Promise<void> {
  const publicKey = `${keys.identityFile}.pub`;
  for (const home of ['/root', '/home/engineer', '/home/auditor', '/home/guest']) {
    await docker(host, ['cp', publicKey, `${name}:${home}/.ssh/authorized_keys`]);
  }
  await docker(host, ['cp', keys.hostKeyFile, `${name}:/etc/ssh/ssh_host_ed25519_key`]);
  await docker(host, ['cp', `${keys.hostKeyFile}.pub`, `${name}:/etc/ssh/ssh_host_ed25519_key.pub`]);
}

/** The loopback port on which the server's sshd answers. */
export async function sshPort(host: string, id: string): Promise<number> {
  const published = await docker(host, ['port', containerName(id), '22/tcp']);
  return Number(published.split('\n')[0]?.split(':').at(-1));
}

/** Waits until the server has booted and all its services listen. */
export async function untilUp(host: string, id: string, server: LabServer, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + patience;
  let missing = await notUp(host, id, server);
  while (missing !== undefined) {
    signal?.throwIfAborted();
    const given = Date.now() > deadline ? `is not up after ${patience / 1000} s: ${missing}` : undefined;
    const ended = missing === gone ? gone : given;
    if (ended !== undefined) throw new Error(`${id} ${ended}. ${await whatIsExhausted(host, server.release)}`.trim());
    await sleep(250);
    missing = await notUp(host, id, server);
  }
}

/** A systemd that lacks something of the kernel's ends with its container, and its log has no word of it. */
const gone = 'ended while it booted';

async function notUp(host: string, id: string, server: LabServer): Promise<string | undefined> {
  const inside = (...command: string[]) => tryDocker(host, ['exec', containerName(id), ...command]);
  const asked = await inside('systemctl', 'is-system-running');
  if (/ is not running/.test(asked.stderr)) return gone;
  const state = asked.stdout.trim();
  // Where many servers share a kernel, units at the edge fail for want of inotify instances: it is the ports that count.
  if (state !== 'running' && state !== 'degraded') return `systemd says "${state}"`;
  const listening = (await inside('ss', '-Hltn')).stdout;
  const silent = [22, ...server.ports].filter((port) => !new RegExp(`:${port}\\s`).test(listening));
  return silent.length === 0 ? undefined : `nothing listens on port ${silent.join(', ')}`;
}
