import { z } from 'zod';
import { parseJson } from '../../../../shared/text/parse-json.ts';
import { readIfThere } from '../../disk/if-there.ts';

/** The part of the engine's `daemon.json` that no API tells. */
const configSchema = z.object({ 'log-opts': z.record(z.string(), z.string()).optional() });
export type DaemonConfig = z.infer<typeof configSchema>;

/** Undefined where it cannot be read; empty where there is none. */
export async function readDaemonConfig(path = '/etc/docker/daemon.json'): Promise<DaemonConfig | undefined> {
  try {
    return parseJson((await readIfThere(path)) ?? '{}', configSchema).data;
  } catch {
    return undefined;
  }
}
