import { z } from 'zod';
import { connectionSchema, listenerSchema, processSchema } from './process-facts.ts';
import { socketUnitSchema, starterSchema, unitSchema } from './service-facts.ts';

export type { Connection, Listener, Process } from './process-facts.ts';
export type { SocketUnit, Starter, Unit } from './service-facts.ts';

/**
 * What the probes read on a server, as data. Every list is complete as far as the account could see; whatever could not
 * be read stands in `gaps`. Sizes are bytes, times are seconds since the epoch, unless a field says otherwise.
 */

/** Something that a probe could not read, why, and how to allow it. */
export const gapSchema = z.object({
  probe: z.string(),
  /** What was not read, such as `/proc/412/fd`. */
  subject: z.string(),
  reason: z.enum(['permission', 'missing-tool', 'timeout', 'truncated', 'unparsable']),
  hint: z.string().optional(),
});
export type Gap = z.infer<typeof gapSchema>;

export const osSchema = z.object({
  /** `ID` of os-release: debian, ubuntu, centos, alpine … */
  id: z.string(),
  /** `ID_LIKE`, split. */
  like: z.array(z.string()),
  versionId: z.string(),
  codename: z.string(),
  prettyName: z.string(),
  hostname: z.string(),
  kernel: z.string(),
  /** As `uname -m` says: x86_64, aarch64 … */
  architecture: z.string(),
  libc: z.object({ kind: z.enum(['glibc', 'musl', 'unknown']), version: z.string() }),
  /** systemd-detect-virt's word where known: kvm, docker, lxc, none … */
  virtualization: z.string(),
  cpus: z.number().int(),
  memoryBytes: z.number().int(),
  uptimeSeconds: z.number(),
  bootTime: z.number(),
});

export const initSchema = z.object({
  kind: z.enum(['systemd', 'sysv', 'openrc', 'upstart', 'runit', 'busybox', 'none', 'unknown']),
  version: z.string(),
});

export const packageSchema = z.object({
  manager: z.enum(['dpkg', 'rpm', 'apk']),
  name: z.string(),
  version: z.string(),
  architecture: z.string(),
  /** Source package: what was built together. */
  source: z.string(),
  /** Names of installed packages this one depends on (Pre-Depends, Depends), alternatives and virtual names resolved. */
  depends: z.array(z.string()),
  essential: z.boolean(),
  /** Conffiles whose content differs from what the package brought. */
  changedConffiles: z.array(z.string()),
});
export type Package = z.infer<typeof packageSchema>;

/** A text file whose content was read because it configures something that runs. */
export const configFileSchema = z.object({
  path: z.string(),
  /** Why it was read: `package:apache2`, `argv:412`, `unit:portal.service`, `requested`. */
  source: z.string(),
  content: z.string(),
  truncated: z.boolean(),
});
export type ConfigFile = z.infer<typeof configFileSchema>;

/** One path, looked at. */
export const fileSchema = z.object({
  path: z.string(),
  type: z.enum(['file', 'directory', 'symlink', 'socket', 'fifo', 'device', 'missing']),
  /** Permission bits with setuid, setgid and sticky: 0o4755 and so on. */
  mode: z.number().int(),
  uid: z.number().int(),
  gid: z.number().int(),
  size: z.number().int(),
  mtime: z.number(),
  /** A symlink's target as it is written in the link. */
  linkTarget: z.string().optional(),
  /** Owning package, where a package lists it. */
  package: z.string().optional(),
});
export type FileFact = z.infer<typeof fileSchema>;

export const userSchema = z.object({
  name: z.string(),
  uid: z.number().int(),
  gid: z.number().int(),
  gecos: z.string(),
  home: z.string(),
  shell: z.string(),
});
export const groupSchema = z.object({ name: z.string(), gid: z.number().int(), members: z.array(z.string()) });

export const mountSchema = z.object({
  source: z.string(),
  target: z.string(),
  type: z.string(),
  options: z.array(z.string()),
  /** nfs, cifs, ceph, glusterfs … */
  network: z.boolean(),
  sizeBytes: z.number().int().optional(),
  usedBytes: z.number().int().optional(),
});

export const surroundingsSchema = z.object({
  timeZone: z.string(),
  locale: z.record(z.string(), z.string()),
  hosts: z.array(z.object({ address: z.string(), names: z.array(z.string()) })),
  resolver: z.object({ nameservers: z.array(z.string()), search: z.array(z.string()) }),
  /** sysctls that sysctl.d or sysctl.conf sets, with the value in force. */
  sysctls: z.record(z.string(), z.string()),
  kernelModules: z.array(z.string()),
  /** Device nodes that processes hold open, other than null, zero, random, tty and the like. */
  devices: z.array(z.string()),
  /** Certificates added under /usr/local/share/ca-certificates or the distribution's like. */
  addedCaCertificates: z.array(z.string()),
  ldSoConf: z.array(z.object({ path: z.string(), directories: z.array(z.string()) })),
  /** `ldconfig -p`: soname to path, of the server's own word size. */
  libraries: z.record(z.string(), z.string()),
});

/** A language's environment that processes use: where its modules live. */
export const languageEnvironmentSchema = z.object({
  kind: z.enum([
    'virtualenv',
    'node_modules',
    'gems',
    'composer',
    'jar',
    'war',
    'go-binary',
    'python-path',
    'perl-inc',
  ]),
  path: z.string(),
  /** The environment's interpreter or module path, kind by kind; Go: module path and version. */
  details: z.array(z.string()),
  pids: z.array(z.number().int()),
});

export const factsSchema = z.object({
  schema: z.literal(1),
  takenAt: z.string(),
  /** What the scan ran as. */
  access: z.enum(['root', 'sudo', 'user']),
  gaps: z.array(gapSchema),
  os: osSchema,
  init: initSchema,
  processes: z.array(processSchema),
  listeners: z.array(listenerSchema),
  connections: z.array(connectionSchema),
  /** Services that systemd has loaded, without those parts of its own that have no process and wait for nothing. */
  units: z.array(unitSchema),
  starters: z.array(starterSchema),
  /** Absent in facts of older scans. */
  socketUnits: z.array(socketUnitSchema).optional(),
  packages: z.array(packageSchema),
  configFiles: z.array(configFileSchema),
  files: z.array(fileSchema),
  users: z.array(userSchema),
  groups: z.array(groupSchema),
  mounts: z.array(mountSchema),
  surroundings: surroundingsSchema,
  languages: z.array(languageEnvironmentSchema),
  /** GET paths of the access logs that were requested, most asked first. */
  requests: z.array(z.object({ log: z.string(), path: z.string(), count: z.number().int() })),
  /** Absolute paths that stand in the executables that were asked about. */
  programs: z.array(z.object({ path: z.string(), names: z.array(z.string()), speaksHttp: z.boolean() })).optional(),
});
export type Facts = z.infer<typeof factsSchema>;
