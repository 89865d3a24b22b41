import { withDockerErrors } from './api/docker-errors.ts';
import { buildImage } from './build/build-image.ts';
import type { Connection } from './connection.ts';
import { createContainer } from './container/create-container.ts';
import { createVolume } from './create-volume.ts';
import type { DockerHost } from './docker-host.ts';
import { readDiskUsage } from './doctor/disk-usage.ts';
import type { DoctorSource } from './doctor/source.ts';
import { ensureImage } from './images/ensure-image.ts';
import { removeUnused } from './images/remove-unused.ts';
import { indexImage } from './index/index-image.ts';
import { readEngineInfo, toHostInfo } from './info.ts';
import { removeImages, removeRun } from './remove-run.ts';
import type { ContainerSource } from './watch/source.ts';
import { watchHost } from './watch/watch-host.ts';

/** A Docker host that was opened here: the port, what the doctor reads besides, and what a person watches. */
export interface OpenedDockerHost extends DockerHost, DoctorSource, ContainerSource {}

/** The verbs of this folder as one object. */
export function wrapHost(connection: Connection): OpenedDockerHost {
  const { label, apiVersion } = connection;
  return {
    label,
    apiVersion,
    isLocal: connection.isLocal,
    info: async () => toHostInfo(await readEngineInfo(connection), apiVersion),
    engineInfo: () => readEngineInfo(connection),
    diskUsage: () => withDockerErrors(label, 'open', () => readDiskUsage(connection)),
    ensureImage: (reference, architecture, job) => ensureImage(connection, reference, architecture, job),
    indexImage: (image, job) => indexImage(connection, image, job),
    build: (request, job) => buildImage(connection, request, job),
    createContainer: (spec) => createContainer(connection, spec),
    createVolume: (name, labels, memory) => createVolume(connection, name, labels, memory),
    removeRun: (run) => removeRun(connection, run),
    removeImages: (ids) => removeImages(connection, ids),
    removeUnused: (ids) => removeUnused(connection, ids),
    ...watchHost(connection),
    close: () => connection.transport.close(),
  };
}
