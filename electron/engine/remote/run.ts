import type { Readable } from 'node:stream';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { ExecOptions, RemoteHost } from './remote-host.ts';

export interface RunOptions extends ExecOptions {
  input?: string | Buffer;
  /** Output beyond this is an error: 1 MB by default. */
  maxBytes?: number;
}

export interface RunResult {
  code: number | undefined;
  stdout: Buffer;
  stderr: Buffer;
}

/** Runs a command with small input and output to its end. */
export async function run(
  host: Pick<RemoteHost, 'exec' | 'label'>,
  command: string,
  options: RunOptions = {},
): Promise<RunResult> {
  const { input = '', maxBytes = 1_000_000, ...execOptions } = options;
  const process = await host.exec(command, execOptions);
  process.stdin.on('error', () => {
    // A command that does not read its input closes it; its exit code tells the rest.
  });
  process.stdin.end(input);
  const [stdout, stderr] = await Promise.all([
    collect(process.stdout, maxBytes, host.label),
    collect(process.stderr, maxBytes, host.label),
  ]);
  return { code: (await process.exit).code, stdout, stderr };
}

async function collect(stream: Readable, maxBytes: number, label: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes)
      throw new SlipwayError('server.protocol', sentence`${label} answers with more than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
