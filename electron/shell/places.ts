import { join } from 'node:path';

/** Where the built app keeps what the window's process needs. */
export interface Places {
  engine: string;
  preload: string;
  renderer: string;
  icon: string;
}

/** `main` is the folder of the built window process: `dist/app/main` of a checkout or of a package. */
export function placesAround(main: string): Places {
  const app = join(main, '..');
  return {
    engine: join(main, 'engine.cjs'),
    preload: join(app, 'preload', 'preload.cjs'),
    renderer: join(app, 'renderer'),
    icon: join(app, 'renderer', 'icon.png'),
  };
}
