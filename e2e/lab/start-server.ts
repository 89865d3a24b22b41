import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBaseImage } from '../../scripts/machine/base-image.ts';
import { tryDocker } from '../../scripts/machine/docker.ts';
import { step } from '../../scripts/machine/say.ts';
import { boot, containerName, sshPort, untilUp } from './container.ts';
import { buildImage } from './image.ts';
import { forgetKeys, keysFor, recordHost } from './keys.ts';
import { serverNamed } from './servers/index.ts';

/** How to reach a server that runs. */
export interface RunningServer {
  name: string;
  address: '127.0.0.1';
  port: number;
  user: string;
  identityFile: string;
  knownHostsFile: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** The Docker engine, as DOCKER_HOST takes it. */
  host: string;
  /** Sets a server apart from others of the same name, such as one that somebody tries things on. */
  instance?: string;
  signal?: AbortSignal;
}

/** Builds and boots a server of the lab and waits until its services are up. The same one, if it runs, is replaced. */
export async function startServer(name: string, options: StartOptions): Promise<RunningServer> {
  const server = serverNamed(name);
  const { host, signal } = options;
  const id = instanceId(name, options.instance);
  await ensureBaseImage(host, server.release);
  const image = await step(`Building the server ${name} (${server.release})`, () => buildImage(host, server, signal));
  await removeServer(id, host);
  try {
    const keys = await keysFor(id);
    await step(`Booting ${name}`, async () => {
      await boot(host, id, server, image, keys);
      await untilUp(host, id, server, signal);
    });
    return await reach(name, host, options.instance);
  } catch (error) {
    await removeServer(id, host);
    throw error;
  }
}

/** How to reach a server of the lab that runs already; its known_hosts file is made to say so too. */
export async function reach(name: string, host: string, instance?: string): Promise<RunningServer> {
  const id = instanceId(name, instance);
  const keys = await keysFor(id);
  const address = '127.0.0.1';
  const port = await sshPort(host, id);
  await recordHost(keys, address, port);
  return {
    name,
    address,
    port,
    user: serverNamed(name).user,
    identityFile: keys.identityFile,
    knownHostsFile: keys.knownHostsFile,
    stop: () => removeServer(id, host),
  };
}

/** Removes a server with everything in it; does nothing where it does not run. */
export async function stopServer(name: string, host: string, instance?: string): Promise<void> {
  await removeServer(instanceId(serverNamed(name).name, instance), host);
}

/** The same, and its keys are gone too: it is another server when it is started again. */
export async function forgetServer(name: string, host: string, instance?: string): Promise<void> {
  await stopServer(name, host, instance);
  await forgetKeys(instanceId(name, instance));
}

function instanceId(name: string, instance: string | undefined): string {
  return instance === undefined ? name : `${name}-${instance}`;
}

/** How long an engine is asked again that is still at starting or removing a container. */
const patience = 30_000;

async function removeServer(id: string, host: string): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const removed = await tryDocker(host, ['rm', '--force', '--volumes', containerName(id)]);
    if (removed.code === 0 || /No such container/i.test(removed.stderr)) return;
    // Where a client was ended in the middle, the engine goes on by itself, and lets nobody in between.
    if (Date.now() > deadline) throw new Error(removed.stderr.trim());
    await sleep(250);
  }
}
