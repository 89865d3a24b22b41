import { z } from 'zod';
import { assetList } from '../asset-list.ts';
import { loadScreens } from './step-screens.ts';
import { doWhenIdle } from './when-idle.ts';

/**
 * Whenever the page has nothing else to do: loads the screens, so that going to one takes no time, then brings all other
 * files of the page into the browser's cache. Returns how to stop.
 */
export function fetchAhead(): () => void {
  const abort = new AbortController();
  void fetchAll(abort.signal);
  return () => abort.abort();
}

async function fetchAll(signal: AbortSignal): Promise<void> {
  await doWhenIdle(loadScreens, signal);
  await doWhenIdle(await otherFiles(signal), signal);
}

/**
 * The editor, its workers, the map. When they are needed may be too late: Chromium drops what it loads, even from this
 * machine, whenever a network interface comes or goes, and every container that starts brings one. The window's own
 * files come over no network.
 */
async function otherFiles(signal: AbortSignal) {
  if (!location.protocol.startsWith('http')) return [];
  // Only a built page has the list; the development server makes its files when they are asked for.
  const files = await fetch(assetList, { signal }).then(readList, () => []);
  return files.map((file) => async () => {
    const answer = await fetch(file, { priority: 'low', signal });
    // To its end: what is broken off is not kept.
    await answer.arrayBuffer();
  });
}

async function readList(answer: Response): Promise<string[]> {
  return z
    .array(z.string())
    .catch([])
    .parse(await answer.json().catch(() => undefined));
}
