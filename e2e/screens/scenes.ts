import type { Scene } from './scene.ts';
import { connectScenes } from './scenes/connect.ts';
import { editScenes } from './scenes/edit.ts';
import { exportScenes } from './scenes/export.ts';
import { inventoryScenes } from './scenes/inventory.ts';
import { planScenes } from './scenes/plan.ts';
import { runScenes } from './scenes/run.ts';
import { startScenes } from './scenes/start.ts';

/** Everything that pictures are taken of: every step as it usually is, and with nothing, with an error, at work, asking. */
export const scenes: readonly Scene[] = [
  ...startScenes,
  ...connectScenes,
  ...inventoryScenes,
  ...planScenes,
  ...editScenes,
  ...runScenes,
  ...exportScenes,
  { name: 'gallery', restless: true },
];
