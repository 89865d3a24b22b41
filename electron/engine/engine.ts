import { join } from 'node:path';
import type {
  BuildInput,
  DockerInput,
  ExportInput,
  MigrateInput,
  PlanInput,
  ServerInput,
  VerifyInput,
} from '../../shared/contract/inputs.ts';
import type { DoctorReport } from '../../shared/model/doctor.ts';
import type { Facts } from '../../shared/model/facts.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { MigrationResult } from '../../shared/model/result.ts';
import { settingsFolder } from '../local/folders.ts';
import { type BundleShelf, createBundleShelf } from './bundle/bundle-shelf.ts';
import { type Containers, createContainers } from './containers/containers.ts';
import { createDemo, type Demo } from './demo/demo.ts';
import { createFiles, type Files } from './editor/files.ts';
import type { JobContext } from './job-context.ts';
import { createMachine, type Machine } from './machine/machine.ts';
import { createProjects, type Projects } from './projects/projects.ts';

/** The jobs that a front end can start; each rejects with a SlipwayError and leaves nothing behind. */
export interface Engine {
  scan(input: { server: ServerInput }, job: JobContext): Promise<Facts>;
  plan(input: PlanInput, job: JobContext): Promise<{ directory: string; plan: Plan }>;
  migrate(input: MigrateInput, job: JobContext): Promise<MigrationResult>;
  build(input: BuildInput, job: JobContext): Promise<MigrationResult>;
  verify(input: VerifyInput, job: JobContext): Promise<MigrationResult>;
  export(input: ExportInput, job: JobContext): Promise<{ commit: string; branch: string }>;
  doctor(input: { docker: DockerInput }, job: JobContext): Promise<DoctorReport>;
  projects: Projects;
  files: Files;
  machine: Machine;
  containers: Containers;
  bundle: BundleShelf;
  demo: Demo;
}

/**
 * Each job's code is loaded when it is first asked for: a scan need not wait for what signs commits or looks for secrets.
 * `settings` is the folder of what belongs to the person rather than to a project.
 */
export function createEngine(settings = settingsFolder()): Engine {
  const projects = createProjects({ recentFile: join(settings, 'recent.json') });
  return {
    scan: async (input, job) => (await import('./jobs/scan-server.ts')).scanServer(input, job),
    plan: async (input, job) => (await import('./jobs/plan.ts')).plan(input, job),
    migrate: async (input, job) => (await import('./jobs/migrate.ts')).migrate(input, job),
    build: async (input, job) => (await import('./jobs/build.ts')).build(input, job),
    verify: async (input, job) => (await import('./jobs/verify.ts')).verify(input, job),
    export: async (input, job) => (await import('./jobs/export.ts')).exportBundle(input, job),
    doctor: async (input, job) => (await import('./jobs/doctor.ts')).diagnoseDockerHost(input, job),
    projects,
    files: createFiles(),
    machine: createMachine(),
    containers: createContainers(),
    bundle: createBundleShelf(),
    demo: createDemo({ settings, projects }),
  };
}
