import { Document, isMap, isScalar } from 'yaml';
import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { evidenceOf } from '../evidence-of.ts';
import { sentences, wrap } from '../one-line.ts';
import { fileSecrets } from '../secret-mounts.ts';
import { podOf, type Volume, volumesOf } from '../volumes.ts';
import { literal } from './literal.ts';
import { composeService } from './service.ts';
import { type PublishedPort, publishedPorts } from './settings.ts';

const HEADER = ` Written by Slipway. Run it with \`docker compose up\` in this folder; README.md explains it.
 \${NAME:-value} is a setting: it has this value unless .env gives it another (see .env.example).`;

const COMMENT_WIDTH = 110;

interface ComposeInput {
  plan: Plan;
  evidence: Map<string, WorkloadEvidence>;
  images: Map<string, { tag: string; id: string }>;
}

/** compose.yaml: the whole bundle as services that `docker compose up` builds and runs. */
export function composeYaml(input: ComposeInput): string {
  const { plan } = input;
  const workloads = plan.workloads;
  const volumes = workloads.flatMap((workload) => volumesOf(plan, workload, evidenceOf(input.evidence, workload)));
  const secrets = workloads.flatMap((workload) => fileSecrets(workload, evidenceOf(input.evidence, workload)));
  const document = new Document({
    name: projectName(plan.server.name),
    services: Object.fromEntries(workloads.map((workload) => [workload.name, service(input, workload)])),
    ...(volumes.length > 0 ? { volumes: volumeDefinitions(plan, volumes) } : {}),
    ...(secrets.length > 0
      ? { secrets: Object.fromEntries(secrets.map(({ key, source }) => [key, { file: literal(`./${source}`) }])) }
      : {}),
  });
  document.commentBefore = HEADER;
  explain(document, plan);
  return document.toString({ lineWidth: 0, nullStr: '' });
}

/** A project's name in the characters that Compose allows. */
export function projectName(server: string): string {
  const name = server
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'slipway' : `slipway-${name}`;
}

export function imageOf(images: ComposeInput['images'], workload: string): string {
  return images.get(workload)?.tag ?? `slipway/${workload}:local`;
}

function service(input: ComposeInput, workload: Workload): Record<string, unknown> {
  return composeService({
    plan: input.plan,
    workload,
    evidence: evidenceOf(input.evidence, workload),
    image: imageOf(input.images, workload.name),
    ports: portsOfPod(input.plan, workload),
  });
}

function portsOfPod(plan: Plan, workload: Workload): PublishedPort[] {
  const ports = publishedPorts(plan);
  const members = podOf(plan, workload)?.workloads ?? [workload.name];
  return members.flatMap((name) => ports.get(name) ?? []);
}

/**
 * Socket directories live in memory, as /run does on the server: no socket or pid file is left over from the last run.
 */
function volumeDefinitions(plan: Plan, volumes: Volume[]): Record<string, unknown> {
  const directories = plan.workloads.flatMap((workload) => workload.directories);
  return Object.fromEntries(
    volumes.map(({ name, path, purpose }) => {
      const directory = directories.find((candidate) => candidate.path === path);
      if (purpose !== 'shared' || directory === undefined) return [name, null];
      const options = `mode=${directory.mode.toString(8)},uid=${directory.uid},gid=${directory.gid}`;
      return [name, { driver_opts: { type: 'tmpfs', device: 'tmpfs', o: options } }];
    }),
  );
}

/** A comment above each service: what it is, why it shares a network, where its limits come from. */
function explain(document: Document, plan: Plan): void {
  const services = document.get('services');
  if (!isMap(services)) return;
  for (const { key } of services.items) {
    const workload = plan.workloads.find(({ name }) => isScalar(key) && key.value === name);
    if (workload === undefined || !isScalar(key)) continue;
    const pod = podOf(plan, workload);
    const together =
      pod !== undefined && pod.workloads.length > 1
        ? [`Shares a network with ${others(pod, workload)}: ${pod.reason}`]
        : [];
    const reasons = [workload.title, ...together, `Limits: ${workload.limits.reason}`];
    key.commentBefore = wrap(sentences(reasons), COMMENT_WIDTH)
      .map((line) => ` ${line}`)
      .join('\n');
  }
}

function others(pod: Plan['pods'][number], workload: Workload): string {
  return pod.workloads.filter((name) => name !== workload.name).join(', ');
}
