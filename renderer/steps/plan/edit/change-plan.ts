import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { slug } from '../../../../shared/text/slug.ts';

/** A plan in which one workload is another; the same plan where nothing changed. */
export function changeWorkload(plan: Plan, name: string, change: (workload: Workload) => Workload): Plan {
  const before = plan.workloads.find((workload) => workload.name === name);
  if (before === undefined) return plan;
  const after = change(before);
  if (after === before) return plan;
  return { ...plan, workloads: plan.workloads.map((workload) => (workload === before ? after : workload)) };
}

/** A plan without a workload; a pod that it leaves empty goes with it. */
export function leaveOut(plan: Plan, name: string, reason: string): Plan {
  return {
    ...plan,
    workloads: plan.workloads.filter((workload) => workload.name !== name),
    pods: plan.pods
      .map((pod) => ({ ...pod, workloads: pod.workloads.filter((member) => member !== name) }))
      .filter((pod) => pod.workloads.length > 0),
    endpoints: plan.endpoints.filter((endpoint) => endpoint.workload !== name),
    skipped: [...plan.skipped, { name, reason, migratable: true }],
  };
}

/** A plan with a workload as another plan has it, together in a pod with those that it talks to. */
export function takeIn(plan: Plan, other: Plan, name: string): Plan {
  const workload = other.workloads.find((one) => one.name === name);
  if (workload === undefined || plan.workloads.some((one) => one.name === name)) return plan;
  const workloads = [...plan.workloads, workload].sort((a, b) => (a.name < b.name ? -1 : 1));
  const inPlan = new Set(workloads.map((one) => one.name));
  const joined = other.pods
    .filter((pod) => pod.workloads.includes(name))
    .map((pod) => ({ ...pod, workloads: pod.workloads.filter((member) => inPlan.has(member)) }));
  const moved = new Set(joined.flatMap((pod) => pod.workloads));
  return {
    ...plan,
    workloads,
    pods: [...plan.pods.filter((pod) => !pod.workloads.some((member) => moved.has(member))), ...joined],
    endpoints: [...plan.endpoints, ...other.endpoints.filter((endpoint) => endpoint.workload === name)],
    skipped: plan.skipped.filter((one) => one.name !== name),
  };
}

/** The pod that a workload runs in, when it shares it with others. */
export function sharedPodOf(plan: Plan, name: string): Plan['pods'][number] | undefined {
  return plan.pods.find((pod) => pod.workloads.includes(name) && pod.workloads.length > 1);
}

export function setPublished(workload: Workload, port: number, protocol: string, publish: boolean): Workload {
  const ports = workload.ports.map((one) =>
    one.container === port && one.protocol === protocol ? { ...one, publish } : one,
  );
  return { ...workload, ports };
}

/** A variable with a new value; an empty name is nothing, a new name is added at the end. */
export function setVariable(workload: Workload, name: string, value: string, reason: string): Workload {
  if (name === '') return workload;
  const known = workload.environment.some((variable) => variable.name === name);
  const environment = known
    ? workload.environment.map((variable) => (variable.name === name ? { ...variable, value, reason } : variable))
    : [...workload.environment, { name, value, reason }];
  return { ...workload, environment };
}

export function dropVariable(workload: Workload, name: string): Workload {
  return { ...workload, environment: workload.environment.filter((variable) => variable.name !== name) };
}

/** A configuration file goes to the secrets: kept out of Git, mounted at the same path. */
export function makeSecret(workload: Workload, path: string, reason: string): Workload {
  const entry = workload.config.find((config) => config.path === path);
  if (entry === undefined || entry.scope !== 'file') return workload;
  const name = slug(path);
  return {
    ...workload,
    config: workload.config.filter((config) => config !== entry),
    secrets: [...workload.secrets, { kind: 'file', name, path, reason }],
  };
}

export function setData(workload: Workload, path: string, reason: string): Workload {
  if (workload.data.some((data) => data.path === path)) return workload;
  return { ...workload, data: [...workload.data, { path, reason }] };
}

export function dropData(workload: Workload, path: string): Workload {
  return { ...workload, data: workload.data.filter((data) => data.path !== path) };
}
