import { withDockerErrors } from '../api/docker-errors.ts';
import type { Connection } from '../connection.ts';
import type { ContainerSpec, DockerContainer } from '../docker-host.ts';
import { dialContainer } from './dial-container.ts';
import { execProgram } from './exec-program.ts';
import { readFileEnd } from './read-file-end.ts';
import { readLogs } from './read-logs.ts';
import { readPublishedPorts } from './read-ports.ts';
import { readProcesses } from './read-processes.ts';
import { readState } from './read-state.ts';
import { removeContainer } from './remove-container.ts';
import { stopContainer } from './stop-container.ts';

/** The verbs of one container, each in its file, with the engine's errors translated. */
export function wrapContainer(connection: Connection, id: string, spec: ContainerSpec): DockerContainer {
  const container = connection.docker.getContainer(id);
  const networkOwner = spec.networkOf ?? id;
  function attempt<T>(call: () => Promise<T>): Promise<T> {
    return withDockerErrors(connection.label, 'open', call);
  }
  return {
    id,
    name: spec.name,
    start: () => attempt(async () => void (await container.start())),
    state: () => attempt(() => readState(container)),
    publishedPorts: () => attempt(() => readPublishedPorts(connection.docker.getContainer(networkOwner))),
    logs: (tail) => attempt(() => readLogs(connection.docker, id, tail)),
    fileEnd: (path) => attempt(() => readFileEnd(container, path)),
    processes: () => attempt(() => readProcesses(container)),
    exec: (argv) => attempt(() => execProgram(container, argv, connection.job.signal)),
    dial: (port, protocol) =>
      attempt(() => dialContainer(connection, connection.docker.getContainer(networkOwner), port, protocol)),
    stop: (graceSeconds) => attempt(() => stopContainer(container, spec.stopSignal, graceSeconds)),
    remove: () => attempt(() => removeContainer(container)),
  };
}
