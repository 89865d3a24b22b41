import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Docker from 'dockerode';
import { afterEach, describe, expect, it } from 'vitest';
import { toDockerError } from '../api/docker-errors.ts';
import { createDocker } from './create-docker.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function engine(answer: RequestListener): Promise<Docker> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return createDocker({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, protocol: 'http' });
}

describe('createDocker', () => {
  it('gives the answer, whatever it is', async () => {
    const docker = await engine((request, response) => {
      response.end(request.url?.startsWith('/_ping') ? 'OK' : '[{"Id":"sha256:1"}]');
    });
    expect(await docker.listImages()).toEqual([{ Id: 'sha256:1' }]);
    expect(String(await docker.ping())).toBe('OK');
  });

  it('fails where the connection is cut in the middle of an answer', async () => {
    const docker = await engine((_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('[', () => response.destroy());
    });
    const error = await docker.listImages().catch((caught: unknown) => caught);
    expect(toDockerError(error, 'tcp://build', 'open').code).toBe('docker.dropped');
  });

  it("keeps the engine's refusals", async () => {
    const docker = await engine((_request, response) => {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"No such image: none:1"}');
    });
    await expect(docker.getImage('none:1').inspect()).rejects.toMatchObject({
      statusCode: 404,
      message: expect.stringContaining('No such image: none:1'),
    });
  });
});
