import { z } from 'zod';

/**
 * The plan: every decision as data, saved as `slipway.yaml`. It holds nothing that changes from one scan of the same
 * server to the next (no pids, no times), so that the same server gives the same bytes.
 */

const reason = z.string();

export const portSchema = z.object({
  /** As the service listens today; the container listens on the same. */
  container: z.number().int(),
  protocol: z.enum(['tcp', 'udp']),
  /** The address it is bound to. A loopback one is not published. */
  address: z.string(),
  publish: z.boolean(),
  reason,
});

/** What goes into the payload: whole packages and paths (a directory stands for its tree). */
export const filesSchema = z.object({
  packages: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      reason,
      /**
       * Set where nothing asks for the package as such: the service's processes map these `libraries` of it, and these
       * `packages` of the plan depend on it. Of such a package only what is needed goes into the payload; without this
       * entry it goes there whole.
       */
      onlyFor: z.object({ libraries: z.array(z.string()), packages: z.array(z.string()) }).optional(),
    }),
  ),
  /** `tree`: the path and all below it; `file`: the path alone (through links to what they point at). */
  include: z.array(z.object({ path: z.string(), scope: z.enum(['file', 'tree']), reason })),
  /** Globs as in .gitignore, anchored at `/`. */
  exclude: z.array(z.object({ pattern: z.string(), reason })),
  /**
   * Directories of plug-ins that the service opens when it starts or never, with the names of those that it has open.
   * The others are shipped without the libraries that only they need; without this entry, with them.
   */
  plugins: z.array(z.object({ directory: z.string(), loaded: z.array(z.string()), reason })).optional(),
});

/** A configuration file or directory: written to `config/` at its absolute path and mounted there. */
export const configMountSchema = z.object({ path: z.string(), scope: z.enum(['file', 'tree']), reason });

/** A secret: kept under `secrets/`, never in the image and never in Git. */
export const secretSchema = z.discriminatedUnion('kind', [
  /** A whole file, mounted at its path. */
  z.object({ kind: z.literal('file'), name: z.string(), path: z.string(), reason }),
  /** An environment variable; its value stands in `secrets/WORKLOAD.env`. */
  z.object({ kind: z.literal('env'), name: z.string(), variable: z.string(), reason }),
]);

export const healthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('http'), port: z.number().int(), path: z.string() }),
  z.object({ kind: z.literal('tcp'), port: z.number().int() }),
  z.object({ kind: z.literal('unix'), path: z.string() }),
  z.object({ kind: z.literal('process') }),
]);

/** What parity compares, beside what holds for every workload. */
export const parityProbeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('http'),
    port: z.number().int(),
    tls: z.boolean(),
    /** Host header; the server's own name otherwise. */
    host: z.string().optional(),
    path: z.string(),
    reason,
  }),
  /** First bytes that the service sends: by itself, or after a question that changes nothing. */
  z.object({
    kind: z.literal('greeting'),
    port: z.number().int(),
    /** The question's bytes in hexadecimal. */
    say: z
      .string()
      .regex(/^(?:[0-9a-f]{2})+$/)
      .optional(),
    /** Shows that the service is there, not that it answers as before: what it answers hangs on its data. */
    handshake: z.literal(true).optional(),
    /** Where it says nothing by itself it is asked for its front page: programs of its kind mostly speak HTTP. */
    perhapsHttp: z.literal(true).optional(),
    reason,
  }),
  /** Redis PING and the read-only part of INFO. */
  z.object({ kind: z.literal('redis'), port: z.number().int(), reason }),
]);
export type ParityProbe = z.infer<typeof parityProbeSchema>;

export const repairSchema = z.object({
  round: z.number().int(),
  /** Id of the repair rule. */
  rule: z.string(),
  symptom: z.string(),
  change: z.string(),
});
export type Repair = z.infer<typeof repairSchema>;

export const workloadSchema = z.object({
  /** DNS label: `[a-z0-9]([a-z0-9-]*[a-z0-9])?`, unique in the plan. */
  name: z.string(),
  stack: z.string(),
  title: z.string(),
  evidence: z.array(z.string()),
  fit: z.object({ grade: z.enum(['A', 'B', 'C', 'D', 'E', 'F']), reasons: z.array(z.string()) }),
  strategy: z.enum(['minimal', 'packages', 'scratch']),
  base: z.object({ image: z.string(), reason }),
  /** The container's host name: what the service sees as its machine's. */
  hostname: z.string(),
  /** Foreground command. */
  command: z.array(z.string()),
  commandReason: reason,
  /**
   * Set where the service can only run as a daemon: the entrypoint starts `command`, waits for the pid file and
   * follows that process until it ends. Without a pid file it follows the process that the command left behind.
   */
  follow: z.object({ pidFile: z.string().optional() }).optional(),
  /**
   * Sockets that the service expects to be given open, as systemd does it (sd_listen_fds(3)): the entrypoint opens them.
   * `perCall`: the command is run for each connection, which is its standard input and output.
   */
  sockets: z
    .object({
      perCall: z.boolean(),
      listen: z.array(
        z.object({
          kind: z.enum(['tcp', 'udp', 'unix', 'unixgram']),
          /** `ADDRESS:PORT`, an IPv6 address in brackets; of a unix socket its path. */
          address: z.string(),
          name: z.string(),
        }),
      ),
      reason,
    })
    .optional(),
  /** Commands that prepare the service (ExecStartPre), run by the entrypoint before `command`. */
  prepare: z.array(z.array(z.string())),
  /** Who the first process runs as. Group names of the server; ids are in `identities`. */
  user: z.object({ name: z.string(), uid: z.number().int(), gid: z.number().int(), groups: z.array(z.number().int()) }),
  /** Users and groups that the files and processes need in /etc/passwd and /etc/group; never password hashes. */
  identities: z.object({
    users: z.array(
      z.object({
        name: z.string(),
        uid: z.number().int(),
        gid: z.number().int(),
        gecos: z.string(),
        home: z.string(),
        shell: z.string(),
      }),
    ),
    groups: z.array(z.object({ name: z.string(), gid: z.number().int(), members: z.array(z.string()) })),
  }),
  workingDirectory: z.string(),
  /** Octal, such as `0022`; left out where it is the usual 0022. */
  umask: z.string().optional(),
  /** Plain (not secret) environment. */
  environment: z.array(z.object({ name: z.string(), value: z.string(), reason })),
  ports: z.array(portSchema),
  files: filesSchema,
  config: z.array(configMountSchema),
  secrets: z.array(secretSchema),
  /**
   * Stateful paths: each a volume, created empty with the owner and mode it has on the server. One that is `filled`
   * starts with what stands there on the server, which the image brings along.
   */
  data: z.array(z.object({ path: z.string(), filled: z.boolean().optional(), reason })),
  /** Log files: `stdout` and `stderr` are links to the container's streams, `volume` keeps the directory writable. */
  logs: z.array(z.object({ path: z.string(), to: z.enum(['stdout', 'stderr', 'volume']), reason })),
  /** Directories that must exist, empty, such as those under /run. */
  directories: z.array(
    z.object({ path: z.string(), mode: z.number().int(), uid: z.number().int(), gid: z.number().int(), reason }),
  ),
  health: healthSchema,
  limits: z.object({
    memoryBytes: z.number().int(),
    cpus: z.number(),
    pids: z.number().int(),
    /** Soft and hard RLIMIT_NOFILE, where the service raised it. */
    openFiles: z.number().int().optional(),
    reason,
  }),
  stop: z.object({ signal: z.string(), graceSeconds: z.number() }),
  /** A small init as PID 1: forwards signals and reaps children. */
  init: z.boolean(),
  /** What it needs of the host beyond an ordinary container. */
  needs: z.object({
    capabilities: z.array(z.string()),
    devices: z.array(z.string()),
    sysctls: z.record(z.string(), z.string()),
    kernelModules: z.array(z.string()),
  }),
  parity: z.array(parityProbeSchema),
  repairs: z.array(repairSchema),
  /** Things that a person should know: what was not copied, what could not be read. */
  notes: z.array(z.string()),
});
export type Workload = z.infer<typeof workloadSchema>;

export const podSchema = z.object({
  name: z.string(),
  /** Workloads; the first owns the network namespace and its published ports. */
  workloads: z.array(z.string()),
  /** Directories of unix sockets, shared as volumes. */
  sharedDirectories: z.array(z.object({ path: z.string(), reason })),
  reason,
});
export type Pod = z.infer<typeof podSchema>;

export const planSchema = z.object({
  slipway: z.literal(1),
  server: z.object({
    name: z.string(),
    os: z.object({ id: z.string(), versionId: z.string(), codename: z.string(), prettyName: z.string() }),
    architecture: z.string(),
    timeZone: z.string(),
    locale: z.record(z.string(), z.string()),
    packageManager: z.enum(['dpkg', 'rpm', 'apk', 'none']),
  }),
  workloads: z.array(workloadSchema),
  pods: z.array(podSchema),
  /** Other machines the workloads call, to be configured per environment. */
  endpoints: z.array(
    z.object({ name: z.string(), workload: z.string(), host: z.string(), port: z.number().int(), reason }),
  ),
  /** What was seen and left out, and why: the system's own services, schedules, containers. */
  skipped: z.array(
    z.object({
      name: z.string(),
      reason,
      /** It would be a workload, had a person not left it out. */
      migratable: z.literal(true).optional(),
    }),
  ),
  gaps: z.array(z.string()),
});
export type Plan = z.infer<typeof planSchema>;
