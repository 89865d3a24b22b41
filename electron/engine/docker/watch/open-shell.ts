import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Container, Exec } from 'dockerode';
import { z } from 'zod';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { decodeStream } from '../api/demux-stream.ts';
import { statusOf } from '../api/docker-errors.ts';
import { execProgram } from '../container/exec-program.ts';
import endScript from './end-shell.sh?raw';
import { firstLine } from './first-line.ts';
import shellScript from './shell.sh?raw';
import type { ContainerShell, TerminalSize } from './source.ts';

const inspectSchema = z.object({ Running: z.boolean(), ExitCode: z.number().int().nullable() });

/** See {@link ContainerSource.openShell}. */
export async function openShell(
  container: Container,
  size: TerminalSize,
  signal: AbortSignal | undefined,
): Promise<ContainerShell> {
  const exec = await container.exec({
    Cmd: ['/bin/sh', '-c', shellScript],
    Env: ['TERM=xterm-256color'],
    ...{ AttachStdin: true, AttachStdout: true, AttachStderr: true, Tty: true },
  });
  const stream = await start(exec);
  // Whose process id is not known yet cannot be ended from outside: it is told to end itself as soon as it reads.
  const leave = () => stream.write('exit\r', () => stream.destroy());
  signal?.addEventListener('abort', leave, { once: true });
  try {
    const { line, rest } = await firstLine(stream);
    const pid = /^\d{1,10}$/.test(line) ? line : undefined;
    if (pid === undefined) throw noShell(line);
    await resize(exec, size);
    return wrapShell(container, exec, stream, { pid, rest });
  } catch (error) {
    stream.destroy();
    throw error;
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}

/** Newer engines refuse a program that is not there at once; older ones say so in the output. */
async function start(exec: Exec): Promise<Duplex> {
  try {
    return await exec.start({ hijack: true, stdin: true, Tty: true });
  } catch (error) {
    if (statusOf(error) === 400 || statusOf(error) === 404) throw noShell(error instanceof Error ? error.message : '');
    throw error;
  }
}

function noShell(cause: string): SlipwayError {
  return new SlipwayError('docker.refused', sentence`No shell can be opened: the image has no /bin/sh.`, {
    hint: sentence`An image made from scratch holds the files of its service alone. Read its logs, or build it with the strategy minimal.`,
    cause,
  });
}

interface Started {
  pid: string;
  rest: AsyncIterable<Buffer>;
}

function wrapShell(container: Container, exec: Exec, stream: Duplex, { pid, rest }: Started): ContainerShell {
  let ended = false;
  return {
    output: output(rest, () => {
      ended = true;
    }),
    write: (text) =>
      new Promise((resolve) => {
        // Whether it ended meanwhile is for the output to tell.
        stream.write(text, () => resolve());
      }),
    resize: (size) => resize(exec, size),
    exitCode: () => exitCodeOf(exec),
    async close() {
      stream.destroy();
      if (ended) return;
      ended = true;
      await endShell(container, pid);
    },
  };
}

async function* output(chunks: AsyncIterable<Buffer>, ended: () => void): AsyncGenerator<string, void> {
  yield* decodeStream(chunks);
  ended();
}

/** The engine takes any size; a terminal has at least one cell. */
async function resize(exec: Exec, { columns, rows }: TerminalSize): Promise<void> {
  const cells = (count: number) => Math.min(1000, Math.max(1, Math.floor(count)));
  try {
    await exec.resize({ w: cells(columns), h: cells(rows) });
  } catch {
    // It has ended meanwhile, or is not that far yet: a terminal of another size is no reason to fail.
  }
}

/** The output may end a moment before the engine knows of the exit. */
async function exitCodeOf(exec: Exec): Promise<number | undefined> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      const { Running, ExitCode } = inspectSchema.parse(await exec.inspect());
      if (!Running) return ExitCode ?? undefined;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
    await sleep(50);
  }
  return undefined;
}

/** Ends what an exec has started; the engine lets it run on when its client leaves. */
async function endShell(container: Container, pid: string): Promise<void> {
  try {
    await execProgram(container, ['/bin/sh', '-c', endScript, 'slipway', pid], AbortSignal.timeout(10_000));
  } catch {
    // The container has stopped, or the connection is gone: either way there is nothing left that could be ended.
  }
}
