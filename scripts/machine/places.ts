import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloaded and built things are kept between runs; removing it only costs time. */
export function cacheDirectory(...parts: string[]): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'slipway', ...parts);
}

/** Where the lab keeps its keys. */
export function stateDirectory(...parts: string[]): string {
  return join(process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'slipway', ...parts);
}
