import { withDockerErrors } from '../api/docker-errors.ts';
import type { Connection } from '../connection.ts';
import { imageLabels } from '../images/inspect-image.ts';
import { containersOf } from './containers-of.ts';
import { followLogs } from './follow-logs.ts';
import { readLayers } from './layers.ts';
import { openShell } from './open-shell.ts';
import { startContainer, stopContainer } from './power.ts';
import type { ContainerSource } from './source.ts';
import { readStats } from './stats.ts';
import { untilLeft } from './until-left.ts';

/** The verbs of this folder as one object, with the engine's errors translated. */
export function watchHost(connection: Connection): ContainerSource {
  const { docker, label } = connection;
  const attempt = <T>(call: () => Promise<T>): Promise<T> => withDockerErrors(label, 'open', call);
  return {
    containersOf: (run) => attempt(() => containersOf(docker, run)),
    stats: (id, signal) => untilLeft(label, signal, readStats(docker, id, signal)),
    followLogs: (id, tail, signal) => untilLeft(label, signal, followLogs(docker, id, tail, signal)),
    startContainer: (id) => attempt(() => startContainer(docker, id)),
    stopContainer: (id, graceSeconds) => attempt(() => stopContainer(docker, id, graceSeconds)),
    openShell: (id, size, signal) => attempt(() => openShell(docker.getContainer(id), size, signal)),
    workloadOf: async (image) => (await imageLabels(connection, image))['slipway.workload'],
    layers: (image, base) => attempt(() => readLayers(docker, image, base)),
  };
}
