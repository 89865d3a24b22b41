import { tryDocker } from './docker.ts';
import { run } from './run.ts';

const standardSocket = 'unix:///var/run/docker.sock';

/** The engine that the docker command would use here, if it answers. */
export async function existingEngine(): Promise<string | undefined> {
  for (const host of new Set([await configuredHost(), standardSocket])) {
    if (host !== undefined && (await engineAnswers(host))) return host;
  }
  return undefined;
}

/** Whether an engine answers at an address. */
export async function engineAnswers(host: string): Promise<boolean> {
  const told = await tryDocker(host, ['version', '--format', '{{.Server.Version}}'], { timeout: 15_000 });
  return told.code === 0 && told.stdout.trim() !== '';
}

async function configuredHost(): Promise<string | undefined> {
  if (process.env.DOCKER_HOST) return process.env.DOCKER_HOST;
  const context = await run('docker', ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
  return context.stdout.trim() || undefined;
}
