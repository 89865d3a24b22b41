import type { Container } from 'dockerode';
import { z } from 'zod';
import { asReadable } from '../api/bytes.ts';
import { demux } from '../api/demux.ts';
import { statusOf } from '../api/docker-errors.ts';
import { readBounded } from '../api/read-bounded.ts';

const longestOutput = 8 * 1024 * 1024;

const inspectSchema = z.object({ ExitCode: z.number().int().nullable(), Pid: z.number().int().default(0) });

/** Runs a program in a container to its end; undefined where it could not be started because it is not there. */
export async function execProgram(
  container: Container,
  argv: string[],
  signal: AbortSignal,
): Promise<{ exitCode: number; output: string } | undefined> {
  signal.throwIfAborted();
  const exec = await container.exec({ Cmd: argv, AttachStdout: true, AttachStderr: true });
  let output: string;
  try {
    const stream = asReadable(await exec.start({ abortSignal: signal, hijack: false, stdin: false }));
    output = demux(await readBounded(stream, longestOutput));
  } catch (error) {
    // Newer engines refuse a missing program at once; older ones say so in the output.
    if (statusOf(error) === 400 || statusOf(error) === 404) return undefined;
    throw error;
  }
  const { ExitCode, Pid } = inspectSchema.parse(await exec.inspect());
  // 126 and 127 without a process: the runtime found no program to run.
  if (Pid === 0 && (ExitCode === 126 || ExitCode === 127)) return undefined;
  return { exitCode: ExitCode ?? -1, output };
}
