import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { runMain } from './machine/main.ts';
import { ensureTools, findProgram } from './machine/tools.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const drawing = join(root, 'electron', 'icon', 'icon.svg');
const page = join(root, 'renderer', 'public');

/** `npm run icon`: the icon's pictures of all sizes, from its drawing. They are committed; run this after a change of it. */
runMain(async (cleanup) => {
  await ensureTools(['chromium']);
  const executablePath = findProgram('chromium');
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // Chromium's sandbox does not start as root; what is drawn is our own.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  cleanup.add(() => browser.close());
  const canvas = await browser.newPage();
  const svg = await readFile(drawing, 'utf8');
  for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
    await draw(canvas, svg, size, join(root, 'electron', 'icon', `${size}x${size}.png`));
  }
  await draw(canvas, svg, 256, join(page, 'icon.png'));
  await copyFile(drawing, join(page, 'icon.svg'));
  return 0;
});

async function draw(canvas: Page, svg: string, size: number, path: string): Promise<void> {
  await canvas.setViewportSize({ width: size, height: size });
  await canvas.setContent(
    `<body style="margin:0">${svg.replace('<svg', `<svg width="${size}" height="${size}"`)}</body>`,
  );
  await canvas.screenshot({ path, omitBackground: true });
}
