import type { DoctorReport } from '../../../shared/model/doctor.ts';
import { doctor } from '../docker/doctor/doctor.ts';
import { openDockerHost } from '../docker/open.ts';
import type { JobContext } from '../job-context.ts';

/** Looks at a Docker host and says what is worth knowing or mending there. */
export async function diagnoseDockerHost(
  input: { docker?: string | undefined },
  job: JobContext,
): Promise<DoctorReport> {
  const docker = await openDockerHost(input.docker, job);
  try {
    return await doctor(docker, job);
  } finally {
    await docker.close();
  }
}
