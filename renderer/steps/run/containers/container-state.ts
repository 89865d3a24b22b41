import type { RunningContainer } from '../../../../shared/model/containers.ts';

const states = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'] as const;
type State = (typeof states)[number];
type Health = 'healthy' | 'unhealthy' | 'starting';

/** What `docker ps` says of a container, as data that can be said in any language. */
export interface ContainerState {
  /** Undefined for a state of an engine to come: its own word is then shown. */
  state: State | undefined;
  health: Health | undefined;
  exitCode: number | undefined;
}

export function containerState({ state, status }: Pick<RunningContainer, 'state' | 'status'>): ContainerState {
  const [, health] = /\((?:health: )?(healthy|unhealthy|starting)\)$/.exec(status) ?? [];
  const [, exitCode] = /^Exited \((\d+)\)/.exec(status) ?? [];
  return {
    state: states.find((one) => one === state),
    health: health as Health | undefined, // as the expression says
    exitCode: exitCode === undefined ? undefined : Number(exitCode),
  };
}
