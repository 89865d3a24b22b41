import type { LabServer } from '../lab/server.ts';
import type { RunningServer } from '../lab/start-server.ts';

/** Where and how the servers are examined. */
export interface ZooContext {
  /** The Docker engine, as DOCKER_HOST takes it. */
  host: string;
  /** The environment in which `docker compose` works. */
  composeEnv: Record<string, string>;
  /** Bundles are written below it. */
  directory: string;
  /** Migrate each server a second time and compare the bundles. */
  twice: boolean;
  signal: AbortSignal;
}

/** A server that was migrated, and the bundle to be judged. */
export interface Subject {
  server: LabServer;
  running: RunningServer;
  bundle: string;
  context: ZooContext;
}
