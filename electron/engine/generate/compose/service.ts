import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { configPath, secretEnvironmentFile, workloadDirectory } from '../../bundle/layout.ts';
import { runAs } from '../dockerfile/user.ts';
import { configMounts } from '../mount-points.ts';
import { requireAbsolute, requireSignal } from '../plan-checks.ts';
import { fileSecrets } from '../secret-mounts.ts';
import { podOf, volumesOf } from '../volumes.ts';
import { healthCheck } from './health.ts';
import { literal, variable } from './literal.ts';
import { BIND_ADDRESS, limitSettings, type PublishedPort, RESTART, type Setting } from './settings.ts';

export interface ServiceInput {
  plan: Plan;
  workload: Workload;
  evidence: WorkloadEvidence;
  image: string;
  /** Ports of the whole pod: its first workload owns the network. */
  ports: PublishedPort[];
}

/** One service of compose.yaml, with undefined for what it does not need. */
export function composeService(input: ServiceInput): Record<string, unknown> {
  const { plan, workload, image } = input;
  const { stop, needs } = workload;
  const { groupAdd } = runAs(workload);
  return withoutEmpty({
    image: literal(image),
    build: { context: `./${workloadDirectory(workload.name)}` },
    ...networkOf(input),
    init: workload.init ? true : undefined,
    group_add: groupAdd.map(String),
    env_file: workload.secrets.some((secret) => secret.kind === 'env')
      ? [`./${secretEnvironmentFile(workload.name)}`]
      : undefined,
    volumes: mounts(input),
    secrets: fileSecrets(workload, input.evidence).map(({ key, path }) => ({ source: key, target: literal(path) })),
    healthcheck: healthCheck(workload, input.evidence),
    stop_signal: stop.signal === 'SIGTERM' ? undefined : requireSignal(stop.signal),
    stop_grace_period: `${stop.graceSeconds}s`,
    restart: reference(RESTART),
    ...limits(workload),
    cap_add: needs.capabilities.map(literal),
    devices: needs.devices.map((device) => literal(`${requireAbsolute(device)}:${device}`)),
    labels: { 'slipway.workload': workload.name, 'slipway.server': literal(plan.server.name) },
  });
}

/** The first workload of a pod owns the network; the others listen in the same one, so that loopback is shared. */
function networkOf(input: ServiceInput): Record<string, unknown> {
  const { plan, workload, ports } = input;
  const owner = podOf(plan, workload)?.workloads[0] ?? workload.name;
  if (owner !== workload.name) return { network_mode: `service:${owner}`, sysctls: ownSysctls(workload, false) };
  return {
    hostname: literal(workload.hostname),
    ports: ports.map(({ container, protocol, setting }) => ({
      target: container,
      published: reference(setting),
      host_ip: reference(BIND_ADDRESS),
      protocol,
    })),
    sysctls: { ...ownSysctls(workload, false), ...podSysctls(plan, workload) },
  };
}

/** Settings of the network belong to the workload that owns it, on behalf of the whole pod. */
function podSysctls(plan: Plan, owner: Workload): Record<string, string> {
  const members = podOf(plan, owner)?.workloads ?? [owner.name];
  const workloads = plan.workloads.filter(({ name }) => members.includes(name));
  return Object.assign({}, ...workloads.map((workload) => ownSysctls(workload, true)));
}

function ownSysctls(workload: Workload, ofNetwork: boolean): Record<string, string> {
  const entries = Object.entries(workload.needs.sysctls).filter(([key]) => key.startsWith('net.') === ofNetwork);
  return Object.fromEntries(entries.map(([key, value]) => [key, literal(value)]));
}

function mounts({ plan, workload, evidence }: ServiceInput): Record<string, unknown>[] {
  const config = configMounts(workload, evidence).map(({ path }) => ({
    type: 'bind',
    source: literal(`./${configPath(workload.name, path)}`),
    target: literal(path),
    read_only: true,
    bind: { create_host_path: false },
  }));
  const volumes = volumesOf(plan, workload, evidence).map(({ name, path }) => ({
    type: 'volume',
    source: name,
    target: literal(path),
  }));
  return [...config, ...volumes];
}

function limits(workload: Workload): Record<string, unknown> {
  const { memory, cpus } = limitSettings(workload);
  const { pids, openFiles } = workload.limits;
  return {
    mem_limit: reference(memory),
    cpus: reference(cpus),
    pids_limit: pids,
    ulimits: openFiles === undefined ? undefined : { nofile: { soft: openFiles, hard: openFiles } },
  };
}

function reference(setting: Setting): string {
  return variable(setting.name, setting.value);
}

function withoutEmpty(service: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(service).filter(([, value]) => value !== undefined && !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
