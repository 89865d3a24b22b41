import { z } from 'zod';
import { SlipwayError } from '../../../shared/errors.ts';
import { parseJson } from '../../../shared/text/parse-json.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { JobContext } from '../job-context.ts';
import { bootstrap } from './checkout.ts';
import { runScript, type Script } from './run-script.ts';

const script = 'scripts/demo-server.ts';
const startedSchema = z.object({
  target: z.string().startsWith('ssh://'),
  identityFile: z.string(),
  fingerprint: z.string(),
  /** The engine that it runs on. */
  docker: z.string(),
});
export type StartedServer = z.infer<typeof startedSchema>;

export type Tools = Pick<Script, 'root' | 'node'>;

/** Builds and boots the server; one that runs already is replaced. */
export async function startServer(tools: Tools, job: JobContext): Promise<StartedServer> {
  job.emit({ type: 'progress', step: 'build', done: 0, unit: 'steps' });
  const told = await runScript({ ...tools, args: [bootstrap, script, 'start'] }, job);
  const started = parseJson(told, startedSchema);
  if (started.success) return started.data;
  throw new SlipwayError('demo.failed', sentence`The demo server did not say where it is.`, {
    hint: sentence`Update the checkout, then try again.`,
    cause: started.error,
  });
}

export async function stopServer(tools: Tools, job: JobContext): Promise<void> {
  await runScript({ ...tools, args: [bootstrap, script, 'stop'] }, job);
}
