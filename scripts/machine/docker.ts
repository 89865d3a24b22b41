import { mustRun, type RunOptions, type RunResult, run } from './run.ts';

/** A Docker engine to use: `host` as DOCKER_HOST takes it. */
export interface Engine {
  readonly host: string;
  /** Lets go of the engine. One that ran before stays as it was found. */
  stop(): Promise<void>;
}

/** Runs the docker client against an engine; a failure is a value. */
export function tryDocker(host: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return run('docker', args, onEngine(host, options));
}

/** Runs the docker client against an engine and gives its standard output. */
export function docker(host: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return mustRun('docker', args, onEngine(host, options));
}

function onEngine(host: string, options: RunOptions): RunOptions {
  // DOCKER_CONTEXT would contradict DOCKER_HOST; the client takes the empty one for "not set".
  return { ...options, env: { ...options.env, DOCKER_HOST: host, DOCKER_CONTEXT: '' } };
}
