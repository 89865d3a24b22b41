import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the page's files lie beside a built program: in a checkout as in a package, in `app/renderer` of its `dist`. */
export function rendererAbove(file: string): string | undefined {
  const folder = dirname(file);
  const renderer = join(folder, 'app', 'renderer');
  if (existsSync(join(renderer, 'index.html'))) return renderer;
  return folder === file ? undefined : rendererAbove(folder);
}
