import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { buildPages } from './build-pages.ts';
import { openChromium } from './open-chromium.ts';
import { shots } from './shots.ts';
import { takeShot } from './take-shot.ts';

// Pictures of every step and of the gallery, in both themes and languages, over the fake engine: `npm run screens`.
// Ends with 1 where axe finds something. A word of what to show may follow: `npm run screens -- connect`.
const wanted = process.argv[2] ?? '';
const folder = join('dist', 'screens');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const pages = await buildPages(join('dist', 'screens-app'));
const server = await preview({ ...pages, preview: { port: 0, host: '127.0.0.1' } });
const browser = await openChromium(chromium);
let found = 0;
try {
  const base = server.resolvedUrls?.local[0] ?? '';
  for (const shot of shots().filter(({ name }) => name.includes(wanted))) {
    const problems = await takeShot(browser, base, shot, folder);
    found += problems.length;
    console.log([shot.name, ...problems].join('\n  '));
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${folder}: ${found === 0 ? 'axe found nothing' : `axe found ${found} problems`}`);
process.exitCode = found === 0 ? 0 : 1;
