import type { DockerInput, ServerInput } from '../../../shared/contract/inputs.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { readSettings } from './store/settings.ts';

/** The server that was chosen for a project. Rejects with `usage` where none was. */
export async function requireServer(root: string): Promise<ServerInput> {
  const { server } = await readSettings(root);
  if (server !== undefined) return server;
  throw new SlipwayError('usage', sentence`No server is chosen for this project.`, {
    hint: sentence`Choose one under Connect.`,
  });
}

/** The Docker host of a project; the current context where none was chosen. */
export async function dockerOf(root: string): Promise<DockerInput> {
  const { docker } = await readSettings(root);
  return docker ?? { identityFiles: [], acceptNewHostKey: false };
}
