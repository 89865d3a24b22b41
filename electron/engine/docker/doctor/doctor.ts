import type { DoctorReport } from '../../../../shared/model/doctor.ts';
import type { JobContext } from '../../job-context.ts';
import { hostChecks } from './checks.ts';
import { gatherHostData } from './gather.ts';
import type { DoctorSource } from './source.ts';

/** Looks at a Docker host and says what is worth knowing or mending there. Changes nothing. */
export async function doctor(docker: DoctorSource, job: JobContext): Promise<DoctorReport> {
  job.signal.throwIfAborted();
  const data = await gatherHostData(docker);
  job.signal.throwIfAborted();
  return { host: docker.label, checks: hostChecks.map((check) => check(data)) };
}
