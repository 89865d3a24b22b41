import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { buildPages } from './build-pages.ts';
import { choose } from './choose.ts';
import { type Finding, indexPage } from './index-page.ts';
import type { Look } from './looks.ts';
import { openChromium } from './open-chromium.ts';
import { scenes } from './scenes.ts';
import { takePictures } from './take-pictures.ts';

// Pictures of every step and of the gallery, in both themes, languages and sizes, over the fake engine: `npm run screens`.
// Ends with 1 where a scene cannot be played or axe finds something. `npm run screens -- plan dark en` takes some again.
const words = process.argv.slice(2);
const wanted = choose(words, scenes);
const folder = join('dist', 'screens');
if (words.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const pages = await buildPages(join('dist', 'screens-app'));
const server = await preview({ ...pages, preview: { port: 0, host: '127.0.0.1' } });
const browser = await openChromium(chromium);
const findings: Finding[] = [];
try {
  // The themes side by side: a picture is mostly waited for.
  await Promise.all(['light', 'dark'].map((theme) => takeAll(wanted.looks.filter((look) => look.theme === theme))));
} finally {
  await browser.close();
  await server.close();
}
writeFileSync(join(folder, 'index.html'), indexPage(scenes, findings));
console.log(
  `${join(folder, 'index.html')}: ${findings.length === 0 ? 'nothing found' : `${findings.length} findings`}`,
);
process.exitCode = findings.length === 0 ? 0 : 1;

async function takeAll(looks: readonly Look[]): Promise<void> {
  const base = server.resolvedUrls?.local[0] ?? '';
  for (const scene of wanted.scenes) {
    for (const look of looks) {
      const name = `${look.theme} ${look.language}`;
      const found = await takePictures(browser, base, scene, look, folder);
      findings.push(...found.map((text) => ({ scene: scene.name, look: name, text })));
      console.log([`${scene.name}, ${name}`, ...found].join('\n  '));
    }
  }
}
