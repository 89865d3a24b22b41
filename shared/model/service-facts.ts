import { z } from 'zod';

/** A systemd unit as `systemctl show` tells it, drop-ins applied. */
export const unitSchema = z.object({
  name: z.string(),
  description: z.string(),
  activeState: z.string(),
  subState: z.string(),
  fileState: z.string(),
  fragmentPath: z.string(),
  dropIns: z.array(z.string()),
  type: z.string(),
  mainPid: z.number().int(),
  /** Argument vectors, as systemd split them. */
  execStartPre: z.array(z.array(z.string())),
  /** Those of `execStartPre` that run as root whatever `user` is. */
  privilegedStartPre: z.array(z.array(z.string())).optional(),
  execStart: z.array(z.array(z.string())),
  execReload: z.array(z.array(z.string())),
  execStop: z.array(z.array(z.string())),
  user: z.string(),
  group: z.string(),
  supplementaryGroups: z.array(z.string()),
  workingDirectory: z.string(),
  rootDirectory: z.string(),
  umask: z.string(),
  /** `Environment=`, resolved. */
  environment: z.array(z.object({ name: z.string(), value: z.string() })),
  environmentFiles: z.array(z.object({ path: z.string(), optional: z.boolean() })),
  pidFile: z.string(),
  killSignal: z.string(),
  timeoutStopSeconds: z.number(),
  restart: z.string(),
  runtimeDirectory: z.array(z.string()),
  runtimeDirectoryMode: z.string(),
  stateDirectory: z.array(z.string()),
  logsDirectory: z.array(z.string()),
  cacheDirectory: z.array(z.string()),
  configurationDirectory: z.array(z.string()),
  ambientCapabilities: z.array(z.string()),
  limitNoFile: z.string(),
  /** Sockets, timers and targets that start it. */
  triggeredBy: z.array(z.string()),
  wantedBy: z.array(z.string()),
});
export type Unit = z.infer<typeof unitSchema>;

/** An active systemd socket: systemd listens, and hands what it listens on to a service (systemd.socket(5)). */
export const socketUnitSchema = z.object({
  name: z.string(),
  /** The service that is started; of one that is started for each call, an instance (`quote@0.service`). */
  service: z.string(),
  listen: z.array(z.object({ type: z.enum(['stream', 'datagram']), address: z.string() })),
  /** A service for each call (`Accept=yes`). */
  perCall: z.boolean(),
  /** What the service knows the socket by (`FileDescriptorName=`). */
  descriptorName: z.string(),
});
export type SocketUnit = z.infer<typeof socketUnitSchema>;

/** Something that starts programs and is not a systemd service. */
export const starterSchema = z.object({
  kind: z.enum(['sysv', 'rc.local', 'cron', 'timer', 'supervisord', 'inetd']),
  name: z.string(),
  /** File that says so. */
  source: z.string(),
  /** Cron's five fields or @word, a timer's OnCalendar. */
  schedule: z.string().optional(),
  user: z.string().optional(),
  command: z.string(),
  enabled: z.boolean(),
});
export type Starter = z.infer<typeof starterSchema>;
