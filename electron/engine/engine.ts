import type {
  BuildInput,
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
import type { JobContext } from './job-context.ts';
import { build } from './jobs/build.ts';
import { diagnoseDockerHost } from './jobs/doctor.ts';
import { exportBundle } from './jobs/export.ts';
import { migrate } from './jobs/migrate.ts';
import { plan } from './jobs/plan.ts';
import { scanServer } from './jobs/scan-server.ts';
import { verify } from './jobs/verify.ts';

/** The jobs that a front end can start; each rejects with a SlipwayError and leaves nothing behind. */
export interface Engine {
  scan(input: { server: ServerInput }, job: JobContext): Promise<Facts>;
  plan(input: PlanInput, job: JobContext): Promise<{ directory: string; plan: Plan }>;
  migrate(input: MigrateInput, job: JobContext): Promise<MigrationResult>;
  build(input: BuildInput, job: JobContext): Promise<MigrationResult>;
  verify(input: VerifyInput, job: JobContext): Promise<MigrationResult>;
  export(input: ExportInput, job: JobContext): Promise<{ commit: string; branch: string }>;
  doctor(input: { docker?: string | undefined }, job: JobContext): Promise<DoctorReport>;
}

export function createEngine(): Engine {
  return { scan: scanServer, plan, migrate, build, verify, export: exportBundle, doctor: diagnoseDockerHost };
}
