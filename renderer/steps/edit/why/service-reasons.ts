import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import type { Reason, Topic } from './line-reason.ts';

interface Found {
  topic: Topic;
  reasons: Reason[];
}

const topics: Readonly<Record<string, Topic>> = {
  image: 'image',
  build: 'image',
  hostname: 'hostname',
  network_mode: 'network',
  ports: 'ports',
  init: 'init',
  env_file: 'secrets',
  secrets: 'secrets',
  volumes: 'config',
  healthcheck: 'health',
  stop_signal: 'stop',
  stop_grace_period: 'stop',
  restart: 'restart',
  mem_limit: 'limits',
  cpus: 'limits',
  pids_limit: 'limits',
  ulimits: 'limits',
  cap_add: 'needs',
  devices: 'needs',
  sysctls: 'needs',
  group_add: 'user',
  labels: 'labels',
};

/** Why a setting of a service stands there. */
export function serviceReasons(key: string, workload: Workload, plan: Plan): Found {
  const topic = ownValue(topics, key) ?? 'own';
  return { topic, reasons: reasonsFor(topic, key, workload, plan) };
}

function reasonsFor(topic: Topic, key: string, workload: Workload, plan: Plan): Reason[] {
  switch (topic) {
    case 'image':
      return [{ text: workload.base.reason }, { text: workload.commandReason }];
    case 'network':
      return podsOf(workload, plan).map(({ name, reason }) => ({ subject: name, text: reason }));
    case 'ports':
      return workload.ports
        .filter(({ publish }) => publish)
        .map((port) => ({ subject: `${port.container}/${port.protocol}`, text: port.reason }));
    case 'secrets':
      return workload.secrets
        .filter(({ kind }) => (key === 'env_file') === (kind === 'env'))
        .map(({ name, reason }) => ({ subject: name, text: reason }));
    case 'config':
      return mounted(workload, plan).map(({ reason }) => reason);
    case 'limits':
      return [{ text: workload.limits.reason }];
    case 'user':
      return [{ subject: workload.user.name, text: workload.user.groups.join(', ') }];
    default:
      return [];
  }
}

/** Why one entry of a list stands there: a port, a mount, a secret. */
export function itemReasons(key: string, item: unknown, workload: Workload, plan: Plan): Found | undefined {
  const target = targetOf(item);
  if (target === undefined) return undefined;
  if (key === 'ports') return port(Number.parseInt(target, 10), workload, plan);
  if (key === 'secrets') {
    const secret = workload.secrets.find((one) => one.kind === 'file' && one.path === target);
    return secret && { topic: 'secrets', reasons: [{ subject: target, text: secret.reason }] };
  }
  if (key !== 'volumes') return undefined;
  const mount = mounted(workload, plan).filter(({ path }) => isInside(target, path));
  const nearest = mount.sort((a, b) => b.path.length - a.path.length)[0];
  return nearest && { topic: nearest.topic, reasons: [nearest.reason] };
}

/** The first workload of a pod publishes the ports of all. */
function port(container: number, workload: Workload, plan: Plan): Found | undefined {
  const members = podsOf(workload, plan).flatMap(({ workloads }) => workloads);
  const owners = plan.workloads.filter(({ name }) => name === workload.name || members.includes(name));
  const found = owners.flatMap(({ ports }) => ports).find((one) => one.container === container);
  return found && { topic: 'ports', reasons: [{ subject: `${container}/${found.protocol}`, text: found.reason }] };
}

function mounted(workload: Workload, plan: Plan): { path: string; topic: Topic; reason: Reason }[] {
  const entry = (topic: Topic) => (one: { path: string; reason: string }) => ({
    path: one.path,
    topic,
    reason: { subject: one.path, text: one.reason },
  });
  return [
    ...workload.config.map(entry('config')),
    ...workload.data.map(entry('data')),
    ...workload.logs.filter(({ to }) => to === 'volume').map(entry('data')),
    ...podsOf(workload, plan).flatMap((pod) => pod.sharedDirectories.map(entry('shared'))),
  ];
}

function podsOf(workload: Workload, plan: Plan): Plan['pods'] {
  return plan.pods.filter(({ workloads }) => workloads.includes(workload.name) && workloads.length > 1);
}

/** Short form (`source:target:ro`, `host:container`) or long form. */
function targetOf(item: unknown): string | undefined {
  if (typeof item === 'object' && item !== null && 'target' in item) return String(item.target).replaceAll('$$', '$');
  if (typeof item !== 'string') return undefined;
  const parts = item.split(':');
  return parts.length > 1 && parts.at(-1)?.startsWith('r') ? parts.at(-2) : parts.at(-1);
}

function isInside(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory.replace(/\/$/, '')}/`) || directory.startsWith(`${path}/`);
}
