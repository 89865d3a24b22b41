import type { ContainerStats, ImageLayer, RunningContainer } from '../../../../shared/model/containers.ts';

/**
 * What a person watches and does with containers that a run left. Streams end with the container, or quietly when the
 * signal says that nobody looks any more.
 */
export interface ContainerSource {
  /** Containers that carry a run's label, running or not, by name. */
  containersOf(run: string): Promise<RunningContainer[]>;
  stats(id: string, signal: AbortSignal | undefined): AsyncGenerator<ContainerStats, void>;
  /** The last `tail` lines of both outputs, then what comes. */
  followLogs(id: string, tail: number, signal: AbortSignal | undefined): AsyncGenerator<string, void>;
  /** Starts it, and what it shares its network with first. */
  startContainer(id: string): Promise<void>;
  /** Sends the stop signal, and kills after the grace period. */
  stopContainer(id: string, graceSeconds: number): Promise<void>;
  /** Rejects with `docker.refused` where the image has no shell, or the container does not run. */
  openShell(id: string, size: TerminalSize, signal: AbortSignal | undefined): Promise<ContainerShell>;
  /** The workload that an image of ours was built for; undefined for any other image and where there is none. */
  workloadOf(image: string): Promise<string | undefined>;
  /** An image's layers from the bottom up, those of `base` put together into one; undefined base: none is its base. */
  layers(image: string, base: string | undefined): Promise<ImageLayer[]>;
}

export interface TerminalSize {
  columns: number;
  rows: number;
}

/** A shell in a container, for a terminal. */
export interface ContainerShell {
  /** What the terminal shows; ends with the shell. */
  readonly output: AsyncGenerator<string, void>;
  write(text: string): Promise<void>;
  resize(size: TerminalSize): Promise<void>;
  /** Undefined where the container went with it. */
  exitCode(): Promise<number | undefined>;
  /** Ends it, and what runs in its foreground. Harmless after its end. */
  close(): Promise<void>;
}
