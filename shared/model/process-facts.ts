import { z } from 'zod';

const openFileSchema = z.object({
  fd: z.number().int(),
  /** Path, or `socket:[inode]`, `pipe:[inode]`, `anon_inode:…`; ` (deleted)` is cut off and flagged. */
  path: z.string(),
  deleted: z.boolean(),
  /** From fdinfo's flags. */
  access: z.enum(['read', 'write', 'read-write', 'unknown']),
  append: z.boolean(),
});

export const processSchema = z.object({
  pid: z.number().int(),
  ppid: z.number().int(),
  /** Kernel threads have neither exe nor argv. */
  kernel: z.boolean(),
  comm: z.string(),
  /** Effective. */
  uid: z.number().int(),
  gid: z.number().int(),
  user: z.string(),
  groups: z.array(z.number().int()),
  /** Absent where it may not be read. */
  exe: z.string().optional(),
  exeDeleted: z.boolean(),
  argv: z.array(z.string()),
  cwd: z.string().optional(),
  root: z.string().optional(),
  environment: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Set where it gave up root by itself after its program was started, so that whoever started it was root. */
  gaveUpRoot: z.boolean().optional(),
  /** systemd unit out of the cgroup path, such as `apache2.service`; absent for a login session's process. */
  unit: z.string().optional(),
  cgroup: z.string(),
  /** Set where the process runs in a container on the server; its engine's id. */
  container: z.string().optional(),
  startTime: z.number(),
  rssBytes: z.number().int(),
  /** User and system time used so far. */
  cpuSeconds: z.number(),
  threads: z.number().int(),
  openFiles: z.array(openFileSchema),
  /** Regular files mapped into memory: the executable, libraries, locale archives. */
  mappedFiles: z.array(z.string()),
  /** Effective capabilities as a hex mask, `CapEff` of /proc/PID/status. */
  capabilities: z.string(),
  limits: z.record(z.string(), z.object({ soft: z.string(), hard: z.string() })),
  umask: z.string().optional(),
});
export type Process = z.infer<typeof processSchema>;

export const listenerSchema = z.object({
  protocol: z.enum(['tcp', 'udp', 'unix']),
  /** `0.0.0.0`, `::`, `127.0.0.1` …; empty for a unix socket. */
  address: z.string(),
  /** 0 for a unix socket. */
  port: z.number().int(),
  /** A unix socket's path (`@name` for an abstract one); empty otherwise. */
  path: z.string(),
  /** Processes that hold it open; empty where that may not be read. */
  pids: z.array(z.number().int()),
});
export type Listener = z.infer<typeof listenerSchema>;

export const connectionSchema = z.object({
  protocol: z.enum(['tcp', 'unix']),
  localAddress: z.string(),
  localPort: z.number().int(),
  remoteAddress: z.string(),
  remotePort: z.number().int(),
  /** A unix socket's path, of the listening side. */
  path: z.string(),
  pids: z.array(z.number().int()),
  /** False where the other end called us: the local port is one that this server listens on. */
  outward: z.boolean(),
});
export type Connection = z.infer<typeof connectionSchema>;
