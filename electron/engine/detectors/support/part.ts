import type { ParityProbe, Workload } from '../../../../shared/model/plan.ts';

type Include = Workload['files']['include'][number];
type Exclude = Workload['files']['exclude'][number];
type ConfigMount = Workload['config'][number];

/** A service that this one talks to, or that it says it would. */
export interface Peer {
  to: { kind: 'tcp'; host: string; port: number } | { kind: 'unix'; path: string };
  /** Directories that the peer must see at the same path, such as the scripts that php-fpm runs for nginx. */
  shares: string[];
  reason: string;
}

/** Something that answers HTTP. */
export interface Site {
  port: number;
  tls: boolean;
  /** Host header, where the site is one of several on its port. */
  host?: string;
  /** Paths known to exist, besides `/`. */
  paths: string[];
  accessLogs: string[];
}

/** What a stateful service gains and loses in a container, in words. */
export interface Stateful {
  what: string;
  gain: string;
  cost: string;
}

/** What a detector contributes to a workload; what holds for every service is added by the planner. */
export interface WorkloadPart {
  title: string;
  /** Suggested name; the planner makes it a unique DNS label. */
  name: string;
  command: string[];
  commandReason: string;
  follow?: NonNullable<Workload['follow']>;
  /** Replaces what the unit runs before the service, where the detector knows better. */
  prepare?: string[][];
  environment: { name: string; value: string; reason: string }[];
  /** Packages needed besides those that own its files, by name. */
  packages: { name: string; reason: string }[];
  include: Include[];
  exclude: Exclude[];
  /**
   * Plug-ins that the configuration loads, of a service that opens plug-ins only when it starts or reads its
   * configuration. Never for one that opens them at need: of those nobody can tell which are used.
   */
  startPlugins: { paths: string[]; reason: string };
  config: ConfigMount[];
  secretFiles: { path: string; reason: string }[];
  data: { path: string; reason: string }[];
  logs: Workload['logs'];
  directories: { path: string; reason: string }[];
  /** Paths that its scripts or configuration name; each is looked at and sorted into files, configuration or nothing. */
  mentions: { path: string; reason: string }[];
  /** Users its processes become besides those seen running. */
  users: string[];
  /** Directories that hold the application, whose own configuration is looked for. */
  applications: string[];
  ports: { port: number; address: string; reason: string }[];
  /** Sockets and ports other workloads reach it by, though nothing may be connected now. */
  sockets: string[];
  peers: Peer[];
  sites: Site[];
  parity: ParityProbe[];
  stopSignal?: string;
  stateful?: Stateful;
  notes: string[];
}

/** A part with nothing in it but what every one has. */
export function startPart(head: Pick<WorkloadPart, 'title' | 'name' | 'command' | 'commandReason'>): WorkloadPart {
  return {
    ...head,
    environment: [],
    packages: [],
    include: [],
    exclude: [],
    startPlugins: { paths: [], reason: '' },
    config: [],
    secretFiles: [],
    data: [],
    logs: [],
    directories: [],
    mentions: [],
    users: [],
    applications: [],
    ports: [],
    sockets: [],
    peers: [],
    sites: [],
    parity: [],
    notes: [],
  };
}
