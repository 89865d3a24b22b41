import { join } from 'node:path';
import { ensureElectron } from '../../../scripts/machine/electron.ts';
import type { Cleanup } from '../../../scripts/machine/main.ts';
import type { FileShape } from '../../../shared/testing/large.ts';
import { openWindow } from '../../app/open-window.ts';
import { type Home, makeHome } from '../../app/places.ts';
import { median } from '../measure.ts';
import { openDisplay } from './display.ts';
import { makeLargeProject } from './large-project.ts';
import { type Launch, launchOnce, type Memory } from './launch.ts';
import type { Measured } from './smoothness/measure.ts';
import { measureSmoothness } from './smoothness/smoothness.ts';

export interface AppMeasures {
  /** Seconds, median. */
  start: number;
  launches: readonly Launch[];
  /** Medians; undefined where the system does not tell. */
  memory: Memory | undefined;
  smoothness: readonly Measured[];
}

export const launchCount = 5;

/** The built app in a real Electron: how soon it can be used, what it holds, and whether it ever blocks. */
export async function benchApp(cleanup: Cleanup): Promise<AppMeasures> {
  const program = await ensureElectron();
  const display = await openDisplay();
  cleanup.add(async () => display.close());
  const home = await makeHome();
  cleanup.add(() => home.remove());
  Object.assign(home.env, display.env);
  // The first start of all fills Chromium's caches, as the first one after an installation does.
  await launchOnce(program, home);
  const launches: Launch[] = [];
  for (let run = 0; run < launchCount; run += 1) launches.push(await launchOnce(program, home));
  return {
    launches,
    start: median(launches.map(({ seconds }) => seconds)),
    memory: medianMemory(launches.flatMap(({ memory }) => memory ?? [])),
    smoothness: [...(await inLargeProject(home, 'nested')), ...(await inLargeProject(home, 'flat'))],
  };
}

function medianMemory(all: readonly Memory[]): Memory | undefined {
  if (all.length === 0) return undefined;
  const middle = (of: (memory: Memory) => number) => median(all.map(of));
  return { resident: middle(({ resident }) => resident), proportional: middle(({ proportional }) => proportional) };
}

async function inLargeProject(home: Home, shape: FileShape): Promise<Measured[]> {
  const directory = join(home.path, shape);
  await makeLargeProject(directory, shape);
  const { app, page } = await openWindow(home, [join(directory, 'slipway.yaml')]);
  try {
    return await measureSmoothness(page, shape);
  } finally {
    await app.close();
  }
}
