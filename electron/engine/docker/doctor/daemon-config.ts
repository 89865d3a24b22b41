import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isMissing } from '../../disk/if-there.ts';

/** The part of the engine's `daemon.json` that no API tells. */
const configSchema = z.object({ 'log-opts': z.record(z.string(), z.string()).optional() });
export type DaemonConfig = z.infer<typeof configSchema>;

/** Undefined where it cannot be read; empty where there is none. */
export async function readDaemonConfig(path = '/etc/docker/daemon.json'): Promise<DaemonConfig | undefined> {
  try {
    return configSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    return isMissing(error) ? {} : undefined;
  }
}
