import { tryDocker } from './docker.ts';
import { run } from './run.ts';
import { MachineNotReady } from './tools.ts';

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

/** Why no engine answers, and what to do, for whoever cannot start one of their own. */
export async function whyNoEngine(): Promise<MachineNotReady> {
  const host = (await configuredHost()) ?? standardSocket;
  const { stderr } = await tryDocker(host, ['version', '--format', '{{.Server.Version}}'], { timeout: 15_000 });
  const said = stderr.trim().split('\n').at(-1) ?? '';
  if (/permission denied/i.test(said)) {
    const advice = 'Add it to the group that may use it (sudo usermod -aG docker ACCOUNT), then log in anew.';
    return new MachineNotReady(
      `The Docker engine at ${host} does not let this account in. ${advice}`,
      'engine-access',
      host,
    );
  }
  const advice = 'Start Docker (Docker Desktop, or sudo systemctl start docker); starting one here needs root or sudo.';
  return new MachineNotReady(`No Docker engine answers: ${said}\n${advice}`, 'engine', said);
}

async function configuredHost(): Promise<string | undefined> {
  if (process.env.DOCKER_HOST) return process.env.DOCKER_HOST;
  const context = await run('docker', ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
  return context.stdout.trim() || undefined;
}
