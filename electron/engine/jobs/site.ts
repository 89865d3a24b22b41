import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Facts } from '../../../shared/model/facts.ts';
import type { DockerHost } from '../docker/docker-host.ts';
import type { JobContext } from '../job-context.ts';
import type { RemoteHost } from '../remote/remote-host.ts';

/** Where a job works: the bundle's folder on this machine, the Docker host, the server. */
export interface Site {
  /** Marks every object that this job makes on the Docker host. */
  run: string;
  /** The bundle's folder; while it is being made, its staging folder. */
  root: string;
  docker: DockerHost;
  /** Ids of the images that this job made: gone again unless it ends well. */
  made: Set<string>;
  /** Absent where there is no server to ask: an edited bundle is built and run without it. */
  server?: ServerLink;
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
  const text = `Containers and volumes on ${docker.label} carry the label slipway=${run}.`;
  job.emit({ type: 'log', step: 'plan', text });
}

export function workloadFolder(site: Pick<Site, 'root'>, workload: string): string {
  return join(site.root, 'workloads', workload);
}

export function secretsFolder(site: Pick<Site, 'root'>): string {
  return join(site.root, 'secrets');
}

/** What was fetched, kept between the rounds of a repair; gone when the bundle is finished. */
export function spoolFolder(site: Pick<Site, 'root'>, workload: string): string {
  return join(site.root, '.spool', workload);
}
