import { SlipwayError } from '../../shared/errors.ts';
import type { World } from './world.ts';

/** What a reading goes through before its answer: where nothing works it fails, where all waits it never comes. */
export function passGate({ options: { scenario } }: World): Promise<void> {
  if (scenario === 'failing') return Promise.reject(denied());
  return scenario === 'waiting' ? new Promise(() => {}) : Promise.resolve();
}

function denied(): SlipwayError {
  return new SlipwayError(
    'disk.denied',
    "EACCES: permission denied, open '/home/engineer/.config/slipway/state.json'",
    {
      hint: 'Check the permissions of the folder.',
    },
  );
}
