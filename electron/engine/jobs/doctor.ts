import type { DockerInput } from '../../../shared/contract/inputs.ts';
import type { DoctorReport } from '../../../shared/model/doctor.ts';
import { doctor } from '../docker/doctor/doctor.ts';
import type { JobContext } from '../job-context.ts';
import { openDocker } from './open-docker.ts';

/** Looks at a Docker host and says what is worth knowing or mending there. */
export async function diagnoseDockerHost(input: { docker: DockerInput }, job: JobContext): Promise<DoctorReport> {
  const docker = await openDocker(input.docker, job);
  try {
    return await doctor(docker, job);
  } finally {
    await docker.close();
  }
}
