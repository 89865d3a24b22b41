import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Facts } from '../../../shared/model/facts.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { DockerHost } from '../docker/docker-host.ts';
import type { GeneratedFile } from '../generate/generated-file.ts';
import type { JobContext } from '../job-context.ts';
import type { RemoteHost } from '../remote/remote-host.ts';
import type { RepairWatch } from '../verify/repair/repair-loop.ts';

/** Where a job works: the bundle's folder on this machine, the Docker host, the server. */
export interface Site {
  /** Marks every object that this job makes on the Docker host. */
  run: string;
  /** The bundle's folder; while it is being made, its staging folder. */
  root: string;
  docker: DockerHost;
  /** Ids of the images that this job made: gone again unless it ends well. */
  made: Set<string>;
  /** Notes such an image where it is found should this process be killed. */
  noteImage?(id: string): Promise<void>;
  /** Absent where there is no server to ask: an edited bundle is built and run without it. */
  server?: ServerLink;
}

/** Where workloads are made of what the server has. */
export interface Workshop extends Site {
  server: ServerLink;
  /** Folder of what was fetched, by workload: kept between the rounds of a repair, and by a project from run to run. */
  spool: string;
  /** Writes a workload's generated files beside what was fetched; a project brings a person's edits in by it. */
  compose(workload: string, files: ReadonlyMap<string, GeneratedFile>): Promise<void>;
  /** Who decides on repairs beside the rules. */
  repairs?: RepairWatch;
}

export interface ServerLink {
  host: RemoteHost;
  /** The way back after a dropped connection; the new connection is closed with the job. */
  reconnect(): Promise<RemoteHost>;
  facts: Facts;
}

export function newRun(): string {
  return randomBytes(6).toString('hex');
}

/** Tells how to find what a run makes on the Docker host, should it be killed before it can clean up. */
export function tellRun(run: string, docker: DockerHost, job: JobContext): void {
  const text = sentence`Containers and volumes on ${docker.label} carry the label slipway=${run}.`;
  job.emit({ type: 'log', step: 'plan', text });
}

export function workloadFolder(site: Pick<Site, 'root'>, workload: string): string {
  return join(site.root, 'workloads', workload);
}

export function secretsFolder(site: Pick<Site, 'root'>): string {
  return join(site.root, 'secrets');
}

export function spoolFolder(site: Pick<Workshop, 'spool'>, workload: string): string {
  return join(site.spool, workload);
}
