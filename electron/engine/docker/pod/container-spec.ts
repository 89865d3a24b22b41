import type { Readable } from 'node:stream';
import type { Workload } from '../../../../shared/model/plan.ts';
import type { ContainerSpec } from '../docker-host.ts';
import { objectName } from './names.ts';

export interface SpecInput {
  run: string;
  /** Sets this attempt's names apart. */
  mark: string;
  workload: Workload;
  image: string;
  environment: string[];
  volumes: { name: string; path: string }[];
  files: Readable | undefined;
}

/** The member that owns the pod's network: it publishes for all and bears the name that they see as their machine's. */
export function ownerSpec(input: SpecInput, members: Workload[]): ContainerSpec {
  return {
    ...commonSpec(input),
    hostname: input.workload.hostname,
    ports: publishedPorts(members),
    sysctls: { ...input.workload.needs.sysctls, ...networkSysctls(members) },
  };
}

/** Another member: it has neither ports nor a host name nor network settings of its own. */
export function memberSpec(input: SpecInput, owner: string): ContainerSpec {
  const { sysctls } = input.workload.needs;
  return {
    ...commonSpec(input),
    networkOf: owner,
    ports: [],
    sysctls: Object.fromEntries(Object.entries(sysctls).filter(([name]) => !isNetwork(name))),
  };
}

function commonSpec({ run, mark, workload, image, environment, volumes, files }: SpecInput) {
  const { limits, needs } = workload;
  return {
    name: objectName(mark, workload.name),
    image,
    environment,
    labels: { slipway: run, 'slipway.workload': workload.name },
    volumes,
    ...(files === undefined ? {} : { files }),
    memoryBytes: limits.memoryBytes,
    cpus: limits.cpus,
    pids: limits.pids,
    ...(limits.openFiles === undefined ? {} : { openFiles: limits.openFiles }),
    init: workload.init,
    capabilities: needs.capabilities,
    devices: needs.devices,
    stopSignal: workload.stop.signal,
  };
}

/** Every port of the pod that is not bound to loopback, once. */
function publishedPorts(members: Workload[]): ContainerSpec['ports'] {
  const ports = members.flatMap((member) => member.ports.filter(({ publish }) => publish));
  const unique = new Map(ports.map(({ container, protocol }) => [`${container}/${protocol}`, { container, protocol }]));
  return [...unique.values()];
}

function networkSysctls(members: Workload[]): Record<string, string> {
  const all = members.flatMap(({ needs }) => Object.entries(needs.sysctls));
  return Object.fromEntries(all.filter(([name]) => isNetwork(name)));
}

function isNetwork(name: string): boolean {
  return name.startsWith('net.');
}
