import { resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';

/** Builds the page over the fake engine and the gallery, which are in no product, and says how to serve them. */
export async function buildPages(folder: string): Promise<InlineConfig> {
  const outDir = resolve(folder);
  const common: InlineConfig = { configFile: 'renderer/vite.config.ts', root: resolve('renderer'), logLevel: 'warn' };
  const input = ['fake', 'gallery'].map((page) => resolve('renderer', page, 'index.html'));
  await build({ ...common, build: { outDir, emptyOutDir: true, rolldownOptions: { input } } });
  return { ...common, build: { outDir } };
}
