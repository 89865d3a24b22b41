import { SlipwayError } from '../../shared/errors.ts';
import type { World } from './world.ts';

/** In the scenario where nothing works, this is how. */
export function failWhereWanted(world: World): void {
  if (world.options.scenario !== 'failing') return;
  throw new SlipwayError('disk.denied', "EACCES: permission denied, open '/home/engineer/.config/slipway/state.json'", {
    hint: 'Check the permissions of the folder.',
  });
}
