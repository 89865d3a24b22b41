import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import Docker from 'dockerode';
import { pack } from 'tar-stream';

/** The engine of the integration tests; `npm test` starts one and sets DOCKER_HOST. */
export function engine(): Docker {
  return new Docker({ socketPath: requireSocket() });
}

function requireSocket(): string {
  const host = process.env['DOCKER_HOST'];
  if (host?.startsWith('unix://')) return host.slice('unix://'.length);
  throw new Error('DOCKER_HOST names no local Docker engine. `npm test` starts one and sets it.');
}

/** Runs `docker compose` in a folder. */
export async function compose(directory: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('docker', ['compose', ...args], { cwd: directory });
  return stdout;
}

export interface TarFile {
  name: string;
  content?: string | Buffer;
  type?: 'file' | 'directory' | 'symlink';
  mode?: number;
  uid?: number;
  gid?: number;
  linkname?: string;
}

export async function tarOf(files: TarFile[]): Promise<Buffer> {
  const tar = pack();
  for (const { content = '', ...header } of files) tar.entry({ mtime: new Date(0), ...header }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Builds an image from the files of a context; rejects with the engine's own error. */
export async function build(docker: Docker, tag: string, files: TarFile[]): Promise<void> {
  const stream = await docker.buildImage(Readable.from([await tarOf(files)]), { t: tag, forcerm: true });
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(stream, (error, output: { error?: string }[]) => {
      const failed = error ?? output.find((line) => line.error !== undefined)?.error;
      if (failed) reject(new Error(String(failed)));
      else resolve();
    });
  });
}

/** Runs an image to its end and gives back what it wrote. */
export async function run(docker: Docker, image: string, command?: string[]): Promise<string> {
  const container = await docker.createContainer({ Image: image, ...(command ? { Cmd: command } : {}), Tty: true });
  try {
    const output = await container.attach({ stream: true, stdout: true, stderr: true });
    await container.start();
    const chunks: Buffer[] = [];
    for await (const chunk of output) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString().replaceAll('\r\n', '\n');
  } finally {
    await container.remove({ force: true, v: true });
  }
}
