import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { podOf } from '../volumes.ts';
import { variableName } from './literal.ts';

/** Something that may differ from one environment to the next: a line of `.env`, with the value from the server. */
export interface Setting {
  name: string;
  value: string;
  why: string;
}

export const BIND_ADDRESS: Setting = {
  name: 'BIND_ADDRESS',
  value: '127.0.0.1',
  why: 'The address that ports are published on: this machine alone, or 0.0.0.0 for everybody.',
};

export const RESTART: Setting = {
  name: 'RESTART',
  value: 'unless-stopped',
  why: 'What happens when a service ends by itself: no, on-failure, unless-stopped, always.',
};

export interface PublishedPort {
  container: number;
  protocol: 'tcp' | 'udp';
  setting: Setting;
}

/** The limits of a workload, measured on the server. */
export function limitSettings(workload: Workload): { memory: Setting; cpus: Setting } {
  const { limits, name } = workload;
  return {
    memory: {
      name: variableName(name, 'memory'),
      value: sizeText(limits.memoryBytes),
      why: `Memory of ${name}, such as 512m or 2g.`,
    },
    cpus: {
      name: variableName(name, 'cpus'),
      value: `${limits.cpus}`,
      why: `Processors of ${name}; may be a fraction.`,
    },
  };
}

/** In mebibytes where that is exact, since people edit it. */
function sizeText(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024);
  return Number.isInteger(mebibytes) ? `${mebibytes}m` : `${bytes}b`;
}

/**
 * The published ports of every workload, each on the port it has on the server, and once where the workloads of a pod
 * share it. Two pods that listen on the same port of different addresses cannot both have it on one host; the later one
 * gets the next that is free.
 */
export function publishedPorts(plan: Plan): Map<string, PublishedPort[]> {
  const taken = new Set<string>();
  const seen = new Set<string>();
  const ports = new Map<string, PublishedPort[]>(plan.workloads.map(({ name }) => [name, []]));
  for (const workload of plan.workloads) {
    const pod = podOf(plan, workload)?.name ?? workload.name;
    for (const { container, protocol, publish } of workload.ports) {
      const key = `${pod} ${container}/${protocol}`;
      if (!publish || seen.has(key)) continue;
      seen.add(key);
      const setting = portSetting(workload, container, protocol, freePort(container, protocol, taken));
      ports.get(workload.name)?.push({ container, protocol, setting });
    }
  }
  return ports;
}

function freePort(wanted: number, protocol: string, taken: Set<string>): number {
  let port = wanted;
  while (taken.has(`${port}/${protocol}`) && port < 65535) port++;
  taken.add(`${port}/${protocol}`);
  return port;
}

function portSetting(workload: Workload, container: number, protocol: string, host: number): Setting {
  const parts = protocol === 'udp' ? [container, 'udp', 'port'] : [container, 'port'];
  return {
    name: variableName(workload.name, ...parts),
    value: `${host}`,
    why: `Port on this machine for port ${container}/${protocol} of ${workload.name}.`,
  };
}

/** Every setting of the bundle, in the order of `.env`. */
export function settingsOf(plan: Plan): Setting[] {
  const ports = publishedPorts(plan);
  return [
    BIND_ADDRESS,
    RESTART,
    ...plan.workloads.flatMap((workload) => {
      const { memory, cpus } = limitSettings(workload);
      return [...(ports.get(workload.name) ?? []).map((port) => port.setting), memory, cpus];
    }),
  ];
}
