import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { engineInfoSchema } from '../info.ts';
import { hostChecks } from './checks.ts';
import { summarise } from './disk-usage.ts';
import type { HostData } from './gather.ts';
import { isOlder } from './version.ts';

/** A host with nothing to complain about; what a test changes is as an engine reports it. */
function hostWith(info: object = {}, data: Partial<HostData> = {}): HostData {
  return {
    apiVersion: '1.47',
    info: engineInfoSchema.parse({
      ServerVersion: '27.3.1',
      Architecture: 'x86_64',
      KernelVersion: '6.1.0-18-amd64',
      CgroupVersion: '2',
      Driver: 'overlay2',
      DockerRootDir: '/var/lib/docker',
      InitBinary: 'docker-init',
      InitCommit: { ID: 'de40ad0' },
      LiveRestoreEnabled: true,
      LoggingDriver: 'local',
      SecurityOptions: ['name=apparmor', 'name=seccomp,profile=builtin'],
      ...info,
    }),
    usage: summarise({}),
    disk: { freeBytes: 100e9, totalBytes: 200e9, freeInodes: 9e6, totalInodes: 10e6, isRoot: false },
    daemonConfig: {},
    ...data,
  };
}

function check(id: string, data: HostData) {
  return hostChecks.map((one) => one(data)).find((result) => result.id === id);
}

describe('hostChecks', () => {
  it('count as English does', () => {
    const of = (count: number) => {
      const Volumes = Array.from({ length: count }, () => ({ UsageData: { Size: 2e9, RefCount: 0 } }));
      const data = hostWith({ NCPU: count, OperatingSystem: 'Debian' }, { usage: summarise({ Volumes }) });
      return ['garbage', 'architecture'].map((id) => check(id, data)?.found);
    };
    expect(of(1)).toEqual(['1 unused volume (2.0 GB)', 'x86_64, 1 CPU, Debian']);
    expect(of(2)).toEqual(['2 unused volumes (4.0 GB)', 'x86_64, 2 CPUs, Debian']);
  });

  it('know a storage driver by its own name alone', () => {
    expect(check('storage-driver', hostWith({ Driver: 'constructor' }))).toMatchObject({ level: 'note' });
  });

  it('have nothing to say about a sound host', () => {
    expect(hostChecks.map((one) => one(hostWith())).filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  it('have an id each, and a file each', () => {
    const ids = hostChecks.map((one) => one(hostWith()).id);
    expect(new Set(ids).size).toBe(ids.length);
    const others = ['checks', 'daemon-config', 'disk-usage', 'doctor', 'gather', 'sizes', 'source', 'version'];
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => !name.endsWith('.test.ts'));
    expect(files.length - others.length).toBe(hostChecks.length);
  });

  it.each([
    ['kernel', { KernelVersion: '2.6.32-754.el6' }, 'error'],
    ['kernel', { KernelVersion: '3.10.0-1160.el7' }, 'warning'],
    ['engine-version', { ServerVersion: '1.9.1' }, 'error'],
    ['engine-version', { ServerVersion: '19.03.15' }, 'error'],
    ['engine-version', { ServerVersion: '20.10.24+dfsg1' }, 'note'],
    ['architecture', { Architecture: 's390x' }, 'note'],
    ['cgroup', { CgroupVersion: '1' }, 'note'],
    ['limits', { MemoryLimit: false }, 'warning'],
    ['storage-driver', { Driver: 'aufs' }, 'warning'],
    [
      'storage-driver',
      {
        DriverStatus: [
          ['Backing Filesystem', 'xfs'],
          ['Supports d_type', 'false'],
        ],
      },
      'error',
    ],
    [
      'storage-driver',
      {
        Driver: 'devicemapper',
        DriverStatus: [
          ['Data loop file', '/x'],
          ['Base Device Size', '10.74GB'],
        ],
      },
      'error',
    ],
    ['init', { InitCommit: { ID: 'N/A' } }, 'warning'],
    ['live-restore', { LiveRestoreEnabled: false }, 'note'],
    ['live-restore', { LiveRestoreEnabled: false, Swarm: { LocalNodeState: 'active' } }, 'ok'],
    ['log-rotation', { LoggingDriver: 'json-file' }, 'warning'],
    ['security', { SecurityOptions: null }, 'warning'],
    [
      'engine-warnings',
      { Warnings: ['WARNING: API is accessible on http://0.0.0.0:2375 without encryption.'] },
      'error',
    ],
  ])('%s of %j is %s', (id, info, level) => {
    expect(check(id, hostWith(info))?.level).toBe(level);
  });

  it('tell about the disk: on /, nearly full, out of inodes, not to be seen from here', () => {
    const disk = { freeBytes: 100e9, totalBytes: 200e9, freeInodes: 9e6, totalInodes: 10e6, isRoot: false };
    const level = (change: Partial<typeof disk> | undefined) =>
      check('data-root', hostWith({}, { disk: change === undefined ? undefined : { ...disk, ...change } }))?.level;
    expect([level({ isRoot: true }), level({ freeBytes: 1e9 }), level({ freeInodes: 1e5 }), level(undefined)]).toEqual([
      'note',
      'error',
      'warning',
      'note',
    ]);
  });

  it('count what nothing uses, shared layers aside', () => {
    const usage = summarise({
      Images: [
        { Size: 7e9, SharedSize: 1e9, Containers: 0 },
        { Size: 9e9, SharedSize: 0, Containers: 2 },
      ],
      Containers: [{ SizeRw: 5, State: 'running' }],
      Volumes: [{ UsageData: { Size: 1e9, RefCount: 0 } }],
    });
    expect(usage).toMatchObject({ unusedImages: { count: 1, bytes: 6e9 }, stoppedContainers: { count: 0 } });
    expect(check('garbage', hostWith({}, { usage }))).toMatchObject({
      level: 'warning',
      advice: expect.stringContaining('6.0 GB can be freed'),
    });
  });
});

describe('isOlder', () => {
  it('compares numbers and knows when it cannot', () => {
    expect(isOlder('1.9.1', '1.10')).toBe(true);
    expect(isOlder('3.8', '3.8')).toBe(false);
    expect(isOlder('dev', '3.8')).toBe(false);
  });
});
