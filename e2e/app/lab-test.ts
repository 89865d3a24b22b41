import { type RunningServer, startServer } from '../lab/start-server.ts';
import { test as base } from './test.ts';

/** A test that has a legacy server of the lab; DOCKER_HOST names the engine that it, and the images, run on. */
export function withServer(name: string) {
  return base.extend<object, { dockerHost: string; server: RunningServer }>({
    dockerHost: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures a fixture needs from the pattern.
      async ({}, use) => {
        const host = process.env.DOCKER_HOST;
        if (!host) throw new Error('DOCKER_HOST is not set: the wizard builds on that engine.');
        await use(host);
      },
      { scope: 'worker' },
    ],
    server: [
      async ({ dockerHost }, use) => {
        const server = await startServer(name, { host: dockerHost, instance: 'wizard' });
        await use(server);
        await server.stop();
      },
      { scope: 'worker', timeout: 300_000 },
    ],
  });
}
