import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMain } from '../../scripts/machine/main.ts';
import { run } from '../../scripts/machine/run.ts';
import { ensureTools } from '../../scripts/machine/tools.ts';
import { indexPage } from './index-page.ts';
import { pictureFolder } from './pictures.ts';
import { scenes } from './scenes.ts';

/**
 * Pictures of every step and of the gallery, in both themes, languages and sizes, over the fake engine. Fails where a
 * scene cannot be played or axe finds something. `npm run screens -- --grep 'plan.*dark zh'` takes some of them again.
 */
runMain(async (_cleanup, signal) => {
  await ensureTools(['chromium']);
  const words = process.argv.slice(2);
  if (words.length === 0) rmSync(pictureFolder, { recursive: true, force: true });
  const args = ['playwright', 'test', '--config', 'e2e/screens/playwright.config.ts', ...words];
  const { code } = await run('npx', args, { signal, onLine: (line) => console.log(line) });
  mkdirSync(pictureFolder, { recursive: true });
  writeFileSync(join(pictureFolder, 'index.html'), indexPage(scenes));
  console.log(`All pictures: ${join(pictureFolder, 'index.html')}`);
  return code;
});
