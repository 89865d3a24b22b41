import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import Docker from 'dockerode';
import { type Header, pack } from 'tar-stream';
import type { JobEvent } from '../../../../shared/model/events.ts';
import type { JobContext } from '../../job-context.ts';
import type { DockerHost } from '../docker-host.ts';

/** The engine that the integration tests talk to; there is no way round one. */
export function engineUnderTest(): string {
  const host = process.env.DOCKER_HOST ?? '';
  if (!host.startsWith('unix://')) {
    throw new Error('These tests need a Docker engine on a unix socket: "npm test" starts one, or set DOCKER_HOST.');
  }
  return host;
}

export function socketUnderTest(): string {
  return engineUnderTest().slice('unix://'.length);
}

/** The engine through dockerode alone, for looking at what the code under test left there. */
export function plainDocker(): Docker {
  return new Docker({ socketPath: socketUnderTest() });
}

/** Removes what a test's run left on the engine, its images too. */
export async function removeAllOf(host: Pick<DockerHost, 'removeRun' | 'removeImages'>, run: string): Promise<void> {
  await host.removeRun(run);
  const images = await plainDocker().listImages({ filters: { label: [`slipway=${run}`] } });
  await host.removeImages(images.map(({ Id }) => Id));
}

export interface RecordingJob extends JobContext {
  events: JobEvent[];
  cancel(): void;
}

/** A job that remembers what it was told; `onEvent` may cancel it. */
export function recordingJob(onEvent: (event: JobEvent, cancel: () => void) => void = () => undefined): RecordingJob {
  const controller = new AbortController();
  const cancel = () => controller.abort();
  const events: JobEvent[] = [];
  return {
    events,
    cancel,
    signal: controller.signal,
    emit(event) {
      events.push(event);
      onEvent(event, cancel);
    },
    ask: async () => undefined,
  };
}

/** A tar of a few files, as a build context or as files for a container. */
export function tarOf(files: Record<string, string | Buffer>, header: Partial<Header> = {}): Readable {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ ...header, name }, content);
  tar.finalize();
  return Readable.from(tar);
}

export interface EngineProxy {
  port: number;
  /** Cuts every connection and takes no more, as an engine that dies does. */
  die(): void;
  close(): Promise<void>;
}

/** The engine's socket on another one: a TCP port of the loopback, or a path. */
export async function proxyEngine(path?: string): Promise<EngineProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const engine = connect(socketUnderTest());
    for (const socket of [client, engine]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket));
    }
    client.pipe(engine).pipe(client);
  });
  if (path === undefined) server.listen(0, '127.0.0.1');
  else server.listen({ path, writableAll: true, readableAll: true });
  await once(server, 'listening');
  function die(): void {
    server.close();
    for (const socket of sockets) socket.destroy();
  }
  const { port = 0 } = (server.address() ?? {}) as Partial<AddressInfo>;
  return {
    port,
    die,
    async close() {
      if (!server.listening && sockets.size === 0) return;
      const closed = server.listening ? once(server, 'close') : undefined;
      die();
      await closed;
    },
  };
}
