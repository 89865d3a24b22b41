import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GitHttp {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** How often a password was refused. */
  refused(): number;
  /** How many requests Git is at. */
  serving(): number;
  close(): Promise<void>;
}

/** Git's own `http-backend` over the repositories in a folder, for whoever knows the password. */
export async function startGitHttp(root: string, login: { user: string; password: string }): Promise<GitHttp> {
  let refused = 0;
  const backends = new Set<ChildProcess>();
  const expected = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const server = createServer((request, response) => {
    if (request.headers.authorization === expected) {
      const backend = serve(root, login.user, request, response);
      backends.add(backend);
      backend.once('close', () => backends.delete(backend));
      return;
    }
    if (request.headers.authorization !== undefined) refused += 1;
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    refused: () => refused,
    serving: () => backends.size,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await Promise.all([...backends].map((backend) => once(backend, 'close')));
    },
  };
}

/** The Common Gateway Interface, RFC 3875, as far as git needs it. Whoever hangs up ends what was asked for. */
function serve(root: string, user: string, request: IncomingMessage, response: ServerResponse): ChildProcess {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: user,
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      ...(request.headers['content-length'] && { CONTENT_LENGTH: request.headers['content-length'] }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  response.once('close', () => backend.kill());
  request.pipe(backend.stdin.on('error', () => undefined));
  const chunks: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.stdout.on('end', () => {
    if (!response.destroyed) answer(Buffer.concat(chunks), response);
  });
  return backend;
}

function answer(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n');
  const headers = output
    .subarray(0, end)
    .toString('latin1')
    .split('\r\n')
    .map((line) => line.split(/:\s*/, 2) as [string, string]);
  const status = Number.parseInt(headers.find(([name]) => name === 'Status')?.[1] ?? '200', 10);
  response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status')));
  response.end(output.subarray(end + 4));
}
