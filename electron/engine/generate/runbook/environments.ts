import { stringify } from 'yaml';
import type { Plan } from '../../../../shared/model/plan.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import { literal, variable, variableName } from '../compose/literal.ts';
import { BIND_ADDRESS, RESTART, type Setting, settingsOf } from '../compose/settings.ts';
import { type GeneratedFile, textFile } from '../generated-file.ts';
import { commentText } from '../one-line.ts';
import { podOf } from '../volumes.ts';

/** What differs from one environment to the next; the images are the same. */
const ENVIRONMENTS = [
  { name: 'dev', title: 'development', settings: { [RESTART.name]: 'no' }, ownEndpoints: true },
  { name: 'test', title: 'test', settings: { [RESTART.name]: 'on-failure' }, ownEndpoints: true },
  { name: 'ops', title: 'operations', settings: { [BIND_ADDRESS.name]: '0.0.0.0' }, ownEndpoints: false },
];

/** `.env.example` and the files of `environments/`. */
export function environmentFiles(plan: Plan): [string, GeneratedFile][] {
  const files: [string, GeneratedFile][] = [['.env.example', textFile(environmentFile(EXAMPLE, settingsOf(plan)))]];
  const endpoints = namedEndpoints(plan);
  for (const { name, title, settings, ownEndpoints } of ENVIRONMENTS) {
    const changed = settingsOf(plan).map((setting) => ({ ...setting, value: settings[setting.name] ?? setting.value }));
    const added = ownEndpoints ? endpoints.map((endpoint) => endpoint.setting) : [];
    files.push([`environments/${name}/.env`, textFile(environmentFile(headOf(name, title), [...changed, ...added]))]);
    if (ownEndpoints && endpoints.length > 0) {
      files.push([`environments/${name}/compose.override.yaml`, textFile(override(name, endpoints))]);
    }
  }
  return files;
}

const EXAMPLE = 'Settings and the values that hold without a .env. To change some: cp .env.example .env';

function headOf(name: string, title: string): string {
  return `The settings for ${title}. Run with: docker compose --env-file environments/${name}/.env up`;
}

function environmentFile(head: string, settings: Setting[]): string {
  const lines = settings.map(({ name, value, why }) => `# ${commentText(why)}\n${name}=${value}`);
  return [`# ${head}`, ...lines].join('\n\n');
}

interface NamedEndpoint {
  host: string;
  /** The service whose network the caller uses. */
  service: string;
  setting: Setting;
}

/** Endpoints with a name, which another address can be given to; one that is called by its address is not. */
function namedEndpoints(plan: Plan): NamedEndpoint[] {
  const named = plan.endpoints.filter(({ host }) =>
    /^(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(host),
  );
  return named.flatMap((endpoint) => {
    const workload = plan.workloads.find((candidate) => candidate.name === endpoint.workload);
    if (workload === undefined) return [];
    const service = podOf(plan, workload)?.workloads[0] ?? workload.name;
    const why = `Address that stands for ${endpoint.host} (port ${endpoint.port}, called by ${endpoint.workload}): ${endpoint.reason}. To be filled in, so that this environment does not call the one of operations.`;
    return [
      { host: endpoint.host, service, setting: { name: variableName(endpoint.host, 'address'), value: '', why } },
    ];
  });
}

function override(environment: string, endpoints: NamedEndpoint[]): string {
  const services: Record<string, { extra_hosts: string[] }> = {};
  for (const { host, service, setting } of endpoints) {
    const line = `${literal(host)}=${required(setting.name, environment)}`;
    const hosts = ownValue(services, service)?.extra_hosts ?? [];
    services[service] = { extra_hosts: [...new Set([...hosts, line])] };
  }
  const usage = `docker compose -f compose.yaml -f environments/${environment}/compose.override.yaml --env-file environments/${environment}/.env up`;
  return `# Other machines that the services call get this environment's addresses. Run with:\n# ${usage}\n${stringify({ services }, { lineWidth: 0 })}`;
}

function required(name: string, environment: string): string {
  return variable(name, '').replace(':-}', `:?fill in ${name} in environments/${environment}/.env}`);
}
