import type { Container } from 'dockerode';
import { z } from 'zod';
import type { ContainerState } from '../docker-host.ts';

const inspectSchema = z.object({
  State: z.object({
    Status: z.string(),
    Running: z.boolean(),
    OOMKilled: z.boolean().default(false),
    Pid: z.number().int().default(0),
    ExitCode: z.number().int().default(0),
    Error: z.string().default(''),
  }),
});

/** What a container does now. One that was only created has no exit code yet, unless its start failed. */
export async function readState(container: Container): Promise<ContainerState> {
  const { State } = inspectSchema.parse(await container.inspect());
  const ended = !State.Running && (State.Status !== 'created' || State.Error !== '');
  return {
    running: State.Running,
    exitCode: ended ? State.ExitCode : undefined,
    oomKilled: State.OOMKilled,
    error: State.Error,
    pid: State.Pid,
  };
}
