import type { Duplex, Readable } from 'node:stream';
import type { JobContext } from '../job-context.ts';
import type { VolumeMemory } from './create-volume.ts';

/** A Docker engine, wherever it is: the one port through which the engine touches it. */
export interface DockerHost {
  /** How a person calls it: `unix:///var/run/docker.sock`, `ssh://build@host`, a context's name. */
  readonly label: string;
  info(): Promise<DockerHostInfo>;
  /**
   * The image, pulled where the host lacks it. Rejects with `docker.base-missing` where neither works and with
   * `docker.base-mismatch` where its architecture is not `architecture` (as `uname -m` says).
   */
  ensureImage(reference: string, architecture: string, job: JobContext): Promise<BaseImage>;
  /** What the image's file system holds. Read once and kept on disk by the image's id. */
  indexImage(image: BaseImage, job: JobContext): Promise<ImageIndex>;
  /** Builds; a failing Dockerfile is a value, a lost or refusing host is an error. */
  build(request: BuildRequest, job: JobContext): Promise<BuildOutcome>;
  /** Creates a container, labelled as ours; files are put in before the start. */
  createContainer(spec: ContainerSpec): Promise<DockerContainer>;
  /** With `memory`, a volume that lives in memory, as /run does. */
  createVolume(name: string, labels: Record<string, string>, memory?: VolumeMemory): Promise<void>;
  /** Removes every container, network and volume that carries this run's label. */
  removeRun(run: string): Promise<void>;
  /** Removes images by id, with their tags; one that is gone already is no error. */
  removeImages(ids: readonly string[]): Promise<void>;
  /**
   * Removes those of the images that Slipway built, that no container uses and that nobody gave another name; gives the
   * names of what it removed.
   */
  removeUnused(ids: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

export interface DockerHostInfo {
  engineVersion: string;
  apiVersion: string;
  /** As `uname -m` says. */
  architecture: string;
  kernel: string;
  operatingSystem: string;
  cgroupVersion: string;
  storageDriver: string;
  dataRoot: string;
  /** Whether `docker-init` is there, so that containers can have a small init as PID 1. */
  hasInit: boolean;
  cpus: number;
  memoryBytes: number;
  /** Hints for a person: what is old, missing or risky. */
  warnings: string[];
}

export interface BaseImage {
  reference: string;
  /** `sha256:…` of the image's configuration. */
  id: string;
  architecture: string;
  sizeBytes: number;
}

/** One path of an image's file system. */
export interface ImageEntry {
  type: 'file' | 'directory' | 'symlink' | 'other';
  mode: number;
  uid: number;
  gid: number;
  size: number;
  linkTarget?: string;
  /** Lower-case hex, of regular files. */
  sha256?: string;
}

export interface ImageIndex {
  image: BaseImage;
  /** Absolute canonical path to entry; the root itself is `/`. */
  entries: ReadonlyMap<string, ImageEntry>;
  /** Content of /etc/passwd, /etc/group and /etc/os-release; empty where there is none. */
  passwd: string;
  group: string;
  osRelease: string;
  /** Names of the packages installed in it (dpkg status, apk installed). */
  packages: ReadonlySet<string>;
}

export interface BuildRequest {
  workload: string;
  /** A tar of the build context. */
  context: Readable;
  tag: string;
  labels: Record<string, string>;
}

export type BuildOutcome =
  /** `fresh`: the host did not have this very image before. */
  | { kind: 'built'; imageId: string; sizeBytes: number; fresh: boolean; log: string }
  /** The Dockerfile or its context is at fault. `instruction` is the line that failed, where known. */
  | { kind: 'failed'; message: string; instruction: string; log: string };

export interface ContainerSpec {
  name: string;
  image: string;
  hostname?: string;
  /** `NAME=value`; secrets among them, so never logged. */
  environment: string[];
  labels: Record<string, string>;
  /** Published on the loopback of the Docker host, on a port of its choosing. */
  ports: { container: number; protocol: 'tcp' | 'udp' }[];
  /** Id of the container whose network namespace this one shares. */
  networkOf?: string;
  volumes: { name: string; path: string }[];
  /** A tar of what is mounted in the bundle (config, secrets), unpacked at `/` before the start. */
  files?: Readable;
  memoryBytes: number;
  cpus: number;
  pids: number;
  openFiles?: number;
  init: boolean;
  capabilities: string[];
  devices: string[];
  sysctls: Record<string, string>;
  stopSignal: string;
}

export interface ContainerState {
  running: boolean;
  exitCode: number | undefined;
  oomKilled: boolean;
  error: string;
  /** Process id on the Docker host; 0 when it does not run. */
  pid: number;
}

export interface DockerContainer {
  readonly id: string;
  readonly name: string;
  start(): Promise<void>;
  state(): Promise<ContainerState>;
  /** Published port by container port and protocol (`80/tcp`). */
  publishedPorts(): Promise<Map<string, number>>;
  /** Standard output and error so far, merged, the last `tail` lines. */
  logs(tail: number): Promise<string>;
  /** The end of a file in it, running or not; empty where it has none. */
  fileEnd(path: string): Promise<string>;
  /** Processes as `docker top` sees them: numeric user, pid on the host, state letter, command line. */
  processes(): Promise<{ user: string; pid: number; ppid: number; state: string; command: string }[]>;
  /** Runs a program in it; undefined where the image has no such program. */
  exec(argv: string[]): Promise<{ exitCode: number; output: string } | undefined>;
  /** A byte stream to a published port, through the Docker host's own connection where it is remote. */
  dial(port: number, protocol: 'tcp'): Promise<Duplex>;
  /** Sends the stop signal and waits; resolves with the seconds it took and whether it had to be killed. */
  stop(graceSeconds: number): Promise<{ seconds: number; killed: boolean; exitCode: number | undefined }>;
  remove(): Promise<void>;
}
