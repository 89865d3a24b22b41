import type { Engine } from './docker.ts';
import { existingEngine, whyNoEngine } from './existing-engine.ts';
import { shareOwnEngine } from './own-engine.ts';
import { becomesRoot } from './root.ts';
import { ensureTools } from './tools.ts';

/**
 * A Docker engine to work with: the one that runs already, used and left as found, or one started apart from everything
 * else on this machine and stopped when nobody uses it any longer.
 *
 * @param holder who holds the engine: by default this process; a name keeps it running for what outlives the process
 */
export async function ensureEngine(holder = String(process.pid)): Promise<Engine> {
  await ensureTools(['docker-client']);
  const existing = await existingEngine();
  if (existing !== undefined) return { host: existing, stop: async () => undefined };
  if (!(await becomesRoot())) throw await whyNoEngine();
  await ensureTools(['docker']);
  return shareOwnEngine(holder);
}
