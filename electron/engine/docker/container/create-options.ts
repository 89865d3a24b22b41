import type { ContainerCreateOptions } from 'dockerode';
import type { ContainerSpec } from '../docker-host.ts';

/** What the Docker host can and cannot do for a container. */
export interface HostAbilities {
  init: boolean;
  /** Whether it may raise the limit of open files to what the container wants. */
  openFiles: boolean;
  publishAddress: string;
}

/**
 * The engine's form of a container's description.
 *
 * `no-new-privileges` is not set: it silently takes the effect of setuid programs and file capabilities (su, sendmail,
 * suexec, ping) from a service that has them on its server, and a container is here to show that it behaves the same.
 */
export function createOptions(spec: ContainerSpec, abilities: HostAbilities): ContainerCreateOptions {
  const sharesNetwork = spec.networkOf !== undefined;
  return {
    name: spec.name,
    Image: spec.image,
    Env: spec.environment,
    Labels: spec.labels,
    StopSignal: spec.stopSignal,
    // The owner of a network namespace also names and publishes for those who share it.
    ...(spec.hostname === undefined || sharesNetwork ? {} : { Hostname: spec.hostname }),
    ...(sharesNetwork ? {} : { ExposedPorts: Object.fromEntries(spec.ports.map((port) => [keyOf(port), {}])) }),
    HostConfig: {
      NetworkMode: sharesNetwork ? `container:${spec.networkOf}` : 'default',
      ...(sharesNetwork ? {} : { PortBindings: portBindings(spec, abilities.publishAddress) }),
      Mounts: spec.volumes.map(({ name, path }) => ({ Type: 'volume', Source: name, Target: path })),
      Memory: spec.memoryBytes,
      NanoCpus: Math.round(spec.cpus * 1e9),
      PidsLimit: spec.pids,
      Ulimits: spec.openFiles === undefined || !abilities.openFiles ? [] : [openFilesLimit(spec.openFiles)],
      Init: spec.init && abilities.init,
      CapAdd: spec.capabilities,
      Devices: spec.devices.map((path) => ({ PathOnHost: path, PathInContainer: path, CgroupPermissions: 'rwm' })),
      Sysctls: spec.sysctls,
      RestartPolicy: { Name: '' },
    },
  };
}

export function openFilesLimit(limit: number): { Name: string; Soft: number; Hard: number } {
  return { Name: 'nofile', Soft: limit, Hard: limit };
}

/** Port 0 lets the engine choose a free one. */
function portBindings(spec: ContainerSpec, address: string) {
  return Object.fromEntries(spec.ports.map((port) => [keyOf(port), [{ HostIp: address, HostPort: '0' }]]));
}

function keyOf(port: ContainerSpec['ports'][number]): string {
  return `${port.container}/${port.protocol}`;
}
