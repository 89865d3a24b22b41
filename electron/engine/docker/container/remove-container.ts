import type { Container } from 'dockerode';
import { statusOf } from '../api/docker-errors.ts';

/** Removes a container, running or not, with its unnamed volumes. One that is gone already is no error. */
export async function removeContainer(container: Container): Promise<void> {
  try {
    await container.remove({ force: true, v: true });
  } catch (error) {
    // 409: somebody else is removing it at this moment.
    if (statusOf(error) !== 404 && statusOf(error) !== 409) throw error;
  }
}
